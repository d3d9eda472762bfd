package amends.deploy.demo;

import amends.deploy.call.Refused;
import amends.deploy.call.Unreachable;
import amends.deploy.local.DataOption;
import amends.deploy.local.HeldFile;
import amends.deploy.local.LocalPlatform;
import amends.deploy.local.Part;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// `deploy/demo`
@Command(
        name = "demo",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = {
            "Fills the running platform with life: customers complain in Japanese, English and"
                    + " Chinese, agents work,",
            "customers answer the follow-ups in their mails. Everything and everybody is invented.",
            "Follow-ups come after a minute when the platform was started by deploy/up --demo, else"
                    + " after days."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final double COMPLAINTS_PER_SECOND = 0.15;
    private static final double STEPS_PER_SECOND = 0.6;
    private static final Duration BEAT = Duration.ofSeconds(1);

    @Mixin DataOption data = new DataOption();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long. Default: ${DEFAULT-VALUE}.")
    int minutes = 30;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "How many times faster than people. Default: ${DEFAULT-VALUE}.")
    double speed = 1;

    private final RandomGenerator random = RandomGenerator.getDefault();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalPlatform platform = data.platform();
        Optional<HeldFile> alone = HeldFile.take(platform.dataDir().resolve("demo.lock"));
        if (alone.isEmpty()) {
            System.out.println("A demo runs already on this platform.");
            return 0;
        }
        try (HeldFile _ = alone.get()) {
            run(platform);
        }
        return 0;
    }

    private void run(LocalPlatform platform) throws IOException, InterruptedException {
        Customers customers =
                new Customers(
                        platform.gateway(),
                        platform.credentials().apiKeys().integration(),
                        platform.mails(),
                        random);
        Agents agents = new Agents(platform.ports().url(Part.WORKFLOW), platform.signer(), random);
        Backlog.letIn(customers);
        Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
        while (Instant.now().isBefore(end)
                && LocalPlatform.running(platform.dataDir()).isPresent()) {
            beat(customers, agents);
            TimeUnit.MILLISECONDS.sleep(BEAT.toMillis());
        }
    }

    /// What happens in one second.
    private void beat(Customers customers, Agents agents) {
        try {
            for (int i = times(COMPLAINTS_PER_SECOND); i > 0; i--) {
                System.out.println("complaint: " + customers.complain(Instant.now()));
            }
            for (int i = times(STEPS_PER_SECOND); i > 0; i--) {
                agents.work().ifPresent(System.out::println);
            }
            int answered = customers.answerSurveys();
            if (answered > 0) {
                System.out.println(answered + " answers to follow-ups");
            }
        } catch (Refused | Unreachable e) {
            System.out.println(e.getMessage());
        }
    }

    private int times(double perSecond) {
        double expected = perSecond * speed;
        int sure = (int) expected;
        return sure + (random.nextDouble() < expected - sure ? 1 : 0);
    }
}
