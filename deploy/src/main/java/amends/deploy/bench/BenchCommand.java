package amends.deploy.bench;

import amends.deploy.local.LocalPlatform;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `deploy/bench`
@Command(
        name = "bench",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = {
            "Starts platforms of its own in temporary folders, one for intake alone, one for intake"
                    + " and workflow, one whole,",
            "measures them and prints one table. Load, broker, database and services share this"
                    + " machine; the first row is",
            "the limit that the others are compared with.",
            "",
            "deploy/bench --decisions measures deciding and counting time alone, on one core;",
            "deploy/bench --channels what each channel of intake reads a second."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int QUICK = 10;

    @Option(
            names = "--quick",
            description = "A tenth of the load: shows that it works, not how fast.")
    boolean quick;

    enum Part {
        intake,
        workflow,
        platform
    }

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Only one of the platforms: ${COMPLETION-CANDIDATES}.")
    @Nullable Part only;

    @Option(
            names = "--timers",
            paramLabel = "N",
            description =
                    "Only this: arms N timers in workflow, then measures how late timers fire while"
                            + " contacts come in.")
    int timers;

    @Option(
            names = "--inflow",
            paramLabel = "N",
            description = "With --timers: contacts a second. Default: ${DEFAULT-VALUE}.")
    int inflow = 2_000;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "First of ten ports. Default: ${DEFAULT-VALUE}.")
    int portBase = 28080;

    @Override
    public Integer call() throws Exception {
        Table table = new Table();
        for (Stage stage : stages()) {
            run(stage, table);
        }
        System.out.println("\n" + table + "\n" + conditions());
        return 0;
    }

    private List<Stage> stages() {
        if (timers > 0) {
            return List.of(new TimersStage(timers, inflow));
        }
        return Stream.of(Part.values())
                .filter(part -> only == null || part == only)
                .map(BenchCommand::stage)
                .toList();
    }

    private static Stage stage(Part part) {
        return switch (part) {
            case intake -> new IntakeStage();
            case workflow -> new WorkflowStage();
            case platform -> new PlatformStage();
        };
    }

    private void run(Stage stage, Table table) throws Exception {
        Path data = Files.createTempDirectory("amends-bench-");
        try (LocalPlatform platform = LocalPlatform.start(data, portBase, stage.platform())) {
            Thread stop = new Thread(platform::stop, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            stage.measure(new Bench(platform, quick ? QUICK : 1), table);
            Runtime.getRuntime().removeShutdownHook(stop);
        } finally {
            delete(data);
        }
    }

    private String conditions() {
        return Runtime.getRuntime().availableProcessors()
                + " processors, shared by load, broker, database and services: processor time"
                + " limits every rate."
                + (quick ? "\nA quick run: the numbers show that it works, not how fast." : "");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
