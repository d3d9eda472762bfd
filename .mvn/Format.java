import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Formats every Java source below a folder, or says which ones are not formatted.
///
/// Called by the build: `mvn verify` checks, `mvn -N verify -Dformat=apply` rewrites.
class Format {

    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.AOSP)
                            .build());

    enum Outcome {
        FINE,
        DIFFERS,
        UNREADABLE
    }

    record Result(Path file, Outcome outcome) {}

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]);
        List<Result> bad =
                sources(root).parallelStream()
                        .map(file -> new Result(root.relativize(file), format(file, apply)))
                        .filter(result -> result.outcome() != Outcome.FINE)
                        .toList();
        bad.forEach(
                result ->
                        System.err.println(
                                switch (result.outcome()) {
                                    case DIFFERS ->
                                            (apply ? "formatted: " : "not formatted: ")
                                                    + result.file();
                                    default -> "cannot be parsed: " + result.file();
                                }));
        boolean unreadable = bad.stream().anyMatch(r -> r.outcome() == Outcome.UNREADABLE);
        if (unreadable || (!apply && !bad.isEmpty())) {
            System.err.println("To format: mvn -N verify -Dformat=apply");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(Format::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome format(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = FORMATTER.formatSourceAndFixImports(before);
            if (before.equals(after)) {
                return Outcome.FINE;
            }
            if (apply) {
                Files.writeString(file, after);
            }
            return Outcome.DIFFERS;
        } catch (FormatterException e) {
            e.diagnostics().forEach(problem -> System.err.println(file + ":" + problem));
            return Outcome.UNREADABLE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
