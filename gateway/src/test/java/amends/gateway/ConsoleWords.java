package amends.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The console's words in each language, and where its code asks for them.
final class ConsoleWords {

    static final List<String> LANGUAGES = List.of("en", "ja", "zh");
    private static final Path CONSOLE = Path.of("src/main/resources/console");
    private static final Path WORDS = CONSOLE.resolve("i18n");
    private static final Pattern ENTRY = Pattern.compile("(?m)^ {2}'([^']+)': (['\"])(.*)\\2,$");
    private static final Pattern LITERAL =
            Pattern.compile("['\"`]([a-zA-Z]+\\.[a-zA-Z][a-zA-Z.-]*)['\"`]");
    private static final Pattern ASKED = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern FAMILY =
            Pattern.compile("(?:name|known)\\('([a-zA-Z]+)'|`([a-zA-Z.]+)\\.\\$\\{");

    private ConsoleWords() {}

    /// What stands behind each key; the files of a language lie in a folder of its name.
    static Map<String, String> of(String language) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Path file : files(WORDS.resolve(language))) {
            ENTRY.matcher(read(file))
                    .results()
                    .forEach(
                            entry -> {
                                if (words.put(entry.group(1), entry.group(3)) != null) {
                                    throw new IllegalStateException(
                                            entry.group(1) + " stands twice in " + language);
                                }
                            });
        }
        return words;
    }

    /// The keys that code or pages name as they are.
    static Set<String> named() {
        return found(LITERAL, 1);
    }

    /// The keys that code surely asks for.
    static Set<String> asked() {
        return found(ASKED, 1);
    }

    /// The first parts of keys whose rest only data or a choice tells.
    static Set<String> families() {
        Set<String> families = found(FAMILY, 1);
        families.addAll(found(FAMILY, 2));
        return families;
    }

    private static Set<String> found(Pattern pattern, int group) {
        return files(CONSOLE).stream()
                .filter(file -> !file.getParent().getParent().equals(WORDS))
                .flatMap(file -> pattern.matcher(read(file)).results())
                .map(result -> result.group(group))
                .filter(text -> text != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*\\.(js|html)")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
