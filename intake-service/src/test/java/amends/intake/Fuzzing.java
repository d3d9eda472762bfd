package amends.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Gives each parser some time to be broken, one after the other, in a process each; see the
/// profile `fuzz`. What breaks one lies in `target/fuzz`, with what each process said and a table
/// of all; it becomes a test.
public final class Fuzzing {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    /// Where good inputs lie; of others in `fuzz`.
    private static final Map<String, String> SEEDS =
            Map.of("Posted", "channels", "Partner", "partners");

    private static final Path FOLDER = Path.of("target", "fuzz");

    private static final Path CLASSES = FOLDER.resolve("classes");

    private static final Path TABLE = FOLDER.resolve("table.txt");

    /// The newest class files that the fuzzer can instrument are those of Java 23. Nothing in ours
    /// is newer than that but their number.
    private static final byte READABLE = 67;

    private static final int VERSION_AT = 7;

    /// Whose branches lead the fuzzer: ours, and those of the parsers that others wrote.
    private static final String LED_BY =
            String.join(
                    File.pathSeparator,
                    "amends.intake.**",
                    "jakarta.mail.internet.**",
                    "org.eclipse.angus.mail.util.**",
                    "org.dhatim.fastexcel.reader.**",
                    "org.apache.commons.csv.**");

    private Fuzzing() {}

    /// @param arguments seconds for each, and a pattern of the names of those to try
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<FuzzOutcome> outcomes = new ArrayList<>();
        for (String folder : List.of("classes", "test-classes")) {
            makeReadable(Path.of("target", folder));
        }
        for (Class<?> target : targets()) {
            if (target.getSimpleName().matches(arguments[1])) {
                System.out.println("== " + target.getName());
                outcomes.add(outcome(target, arguments[0]));
                write(outcomes.getLast());
            }
        }
        System.out.println(FuzzOutcome.HEAD);
        outcomes.forEach(System.out::println);
        System.out.println("The same, and of earlier runs, in " + TABLE.toAbsolutePath());
        System.exit((int) outcomes.stream().filter(FuzzOutcome::isBroken).count());
    }

    private static List<Class<?>> targets() {
        return Stream.of(
                        amends.intake.bulk.FuzzTargets.class,
                        amends.intake.channel.FuzzTargets.class,
                        amends.intake.normalise.FuzzTargets.class)
                .flatMap(all -> Arrays.<Class<?>>stream(all.getDeclaredClasses()))
                .filter(FuzzTarget.class::isAssignableFrom)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static void makeReadable(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (file.toString().endsWith(".class")) {
                bytes[VERSION_AT] = READABLE;
            }
            Path copy = CLASSES.resolve(folder.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.write(copy, bytes);
        }
    }

    private static void write(FuzzOutcome outcome) throws IOException {
        if (Files.notExists(TABLE)) {
            Files.writeString(TABLE, FuzzOutcome.HEAD + "\n");
        }
        Files.writeString(TABLE, outcome + "\n", StandardOpenOption.APPEND);
    }

    private static FuzzOutcome outcome(Class<?> target, String seconds)
            throws IOException, InterruptedException {
        String name = target.getSimpleName();
        Path said = FOLDER.resolve(name + ".log");
        Files.createDirectories(FOLDER.resolve(name));
        Process process =
                new ProcessBuilder(command(target, name, seconds))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int exit = process.waitFor();
        return FuzzOutcome.of(name, seconds, exit, said);
    }

    private static List<String> command(Class<?> target, String name, String seconds) {
        Path seeds = RESOURCES.resolve(SEEDS.getOrDefault(name, "fuzz/" + name));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + FOLDER.resolve(name + "-jvm.log"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                CLASSES + File.pathSeparator + System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--target_args=" + target.getName() + " " + seeds,
                "--instrumentation_includes=" + LED_BY,
                "--custom_hook_includes=" + LED_BY,
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + FOLDER + "/" + name + "-",
                "-max_total_time=" + seconds,
                "-timeout=20",
                "-rss_limit_mb=3000",
                "-max_len=65536",
                "-print_final_stats=1",
                FOLDER.resolve(name).toString(),
                seeds.toString());
    }
}
