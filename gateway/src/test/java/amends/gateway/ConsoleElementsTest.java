package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All screens live in one page, and a browser refuses the second element of a name: with it goes
/// the screen that defines it.
class ConsoleElementsTest {

    private static final Path CONSOLE = Path.of("src/main/resources/console");
    private static final Pattern DEFINITION =
            Pattern.compile("customElements\\.define\\(\\s*['\"`]([^'\"`]+)['\"`]");
    private static final Pattern ANY_DEFINITION = Pattern.compile("customElements\\s*\\.define");

    @Test
    void noTwoScreensDefineAnElementOfTheSameName() throws IOException {
        List<String> names = found(DEFINITION);

        assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(found(ANY_DEFINITION)).as("definitions that are read here").hasSameSizeAs(names);
    }

    private static List<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(ConsoleElementsTest::read)
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(match -> match.group(match.groupCount()))
                    .toList();
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
