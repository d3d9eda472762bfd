package amends.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Gives each parser some time to be broken, one after the other, in a process each; see the
/// profile `fuzz`. What breaks one lies in `target/fuzz`, and becomes a test.
public final class Fuzzing {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    /// Where good inputs lie; of others in `fuzz`.
    private static final Map<String, String> SEEDS =
            Map.of("Posted", "channels", "Partner", "partners");

    private static final Path FOLDER = Path.of("target", "fuzz");

    private static final Path CLASSES = FOLDER.resolve("classes");

    /// The newest class files that the fuzzer can instrument are those of Java 23. Nothing in ours
    /// is newer than that but their number.
    private static final byte READABLE = 67;

    private static final int VERSION_AT = 7;

    private Fuzzing() {}

    /// @param arguments seconds for each, and a pattern of the names of those to try
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> broken = new ArrayList<>();
        for (String folder : List.of("classes", "test-classes")) {
            makeReadable(Path.of("target", folder));
        }
        for (Class<?> target : targets()) {
            if (target.getSimpleName().matches(arguments[1])) {
                System.out.println("== " + target.getName());
                if (!holds(target, arguments[0])) {
                    broken.add(target.getSimpleName());
                }
            }
        }
        System.out.println(broken.isEmpty() ? "== All held" : "== Broken: " + broken);
        System.exit(broken.size());
    }

    private static List<Class<?>> targets() {
        return Stream.of(
                        amends.intake.bulk.FuzzTargets.class,
                        amends.intake.channel.FuzzTargets.class,
                        amends.intake.normalise.FuzzTargets.class)
                .flatMap(all -> Arrays.<Class<?>>stream(all.getDeclaredClasses()))
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

    private static boolean holds(Class<?> target, String seconds)
            throws IOException, InterruptedException {
        String name = target.getSimpleName();
        Path found = Files.createDirectories(FOLDER.resolve(name));
        Path seeds = RESOURCES.resolve(SEEDS.getOrDefault(name, "fuzz/" + name));
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        CLASSES + File.pathSeparator + System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=amends.intake.**",
                        "--reproducer_path=" + FOLDER,
                        "-artifact_prefix=" + FOLDER + "/" + name + "-",
                        "-max_total_time=" + seconds,
                        "-timeout=10",
                        "-rss_limit_mb=3000",
                        "-max_len=65536",
                        "-print_final_stats=1",
                        found.toString(),
                        seeds.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
