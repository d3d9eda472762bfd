package amends.deploy.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `deploy/up`
@Command(
        name = "up",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = {
            "Starts broker, database, mail sink and the services, each as its own process, and"
                    + " waits until all are ready.",
            "Stays until Ctrl-C, which stops everything. What runs already is left alone, what is"
                    + " missing is started."
        },
        footer = {
            "",
            "MONGODB_URI in the environment names the database to use; without it a mongod on the"
                    + " PATH,",
            "without that an embedded one. AMENDS_HEAP_WORKFLOW (or _INTAKE, _ANALYTICS …) is that"
                    + " process's heap in megabytes;",
            "workflow keeps what is open in memory: about 1.7 kB for each complaint."
        })
public final class UpCommand implements Callable<Integer> {

    private static final long SUPERVISION_MS = 1000;

    @Mixin DataOption data = new DataOption();

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "First of ten ports: the gateway's. Default: ${DEFAULT-VALUE}.")
    int portBase = Ports.DEFAULT_BASE;

    @Option(names = "--detach", description = "Return when all is ready; stop with deploy/down.")
    boolean detach;

    @Option(
            names = "--demo",
            description =
                    "Customers are asked after a minute instead of days, and invented ones begin to"
                            + " complain.")
    boolean demo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Instant began = Instant.now();
        PlatformOptions everything = PlatformOptions.everything().withLearning();
        PlatformOptions options = demo ? everything.withShortFollowUp() : everything;
        LocalPlatform platform = LocalPlatform.start(data.folder(), portBase, options);
        System.out.print(new WhereToLook(platform, Duration.between(began, Instant.now())));
        if (demo) {
            platform.startDemo();
            System.out.println(
                    "The demo runs; what happens in it: "
                            + platform.dataDir().resolve("logs/demo.out"));
        }
        if (!detach) {
            stay(platform);
        }
        return 0;
    }

    private static void stay(LocalPlatform platform) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
        System.out.println("Ctrl-C stops everything.");
        Set<String> gone = new HashSet<>();
        List<LocalProcess> processes = platform.processes();
        while (gone.size() < processes.size()
                && !never.await(SUPERVISION_MS, TimeUnit.MILLISECONDS)) {
            processes.stream()
                    .filter(process -> !process.isAlive() && gone.add(process.name()))
                    .forEach(process -> say(platform, process));
        }
    }

    private static void say(LocalPlatform platform, LocalProcess process) {
        System.out.println(
                process.name()
                        + " has ended; its log: "
                        + process.log()
                        + ". To start it again, in another terminal: deploy/up --detach --data "
                        + platform.dataDir()
                        + " --port-base "
                        + platform.ports().base());
    }

    private static void stop(LocalPlatform platform) {
        boolean runs = platform.processes().stream().anyMatch(LocalProcess::isAlive);
        if (runs) {
            Stopping.announce(platform);
            platform.stop();
        }
    }
}
