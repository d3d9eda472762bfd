package amends.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Every file that the README points to exists.
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");

    @Test
    void itsPathsExist() throws IOException {
        List<String> paths = linksIn(Files.readString(ROOT.resolve("README.md")));
        assertThat(paths).hasSizeGreaterThan(30);
        assertThat(paths).allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void aPathThatDoesNotExistWouldBeFound() {
        assertThat(linksIn("see [gone](deploy/gone.txt), [site](https://example.org)"))
                .containsExactly("deploy/gone.txt")
                .noneMatch(path -> Files.exists(ROOT.resolve(path)));
    }

    private static List<String> linksIn(String text) {
        return LINK.matcher(text).results().map((MatchResult link) -> link.group(1)).toList();
    }
}
