package amends.gateway.console;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The console's own files. They are served below a path that changes with any of them, so that a
/// browser keeps them for good and never mixes those of two versions.
@Component
final class ConsoleFiles {

    private static final URI ROOT = URI.create("/");

    /// An import that is no call, or a style sheet: what a module needs before it runs.
    private static final Pattern NEEDED =
            Pattern.compile(
                    "(?:\\bfrom |^import |\\bstyle\\(import\\.meta\\.resolve\\()'(\\.[^']+)'",
                    Pattern.MULTILINE);

    private final String base;

    ConsoleFiles() {
        this.base = "/console/" + version() + "/";
    }

    /// The path that all files lie below, with a slash at both ends.
    String base() {
        return base;
    }

    /// Paths below [#base()] of everything that these modules need, themselves first: a page that
    /// names them all is not kept waiting by one after the other.
    Set<String> neededBy(String... modules) {
        Set<String> needed = new LinkedHashSet<>();
        for (String module : modules) {
            collect(module, needed);
        }
        return needed;
    }

    private static void collect(String file, Set<String> needed) {
        if (needed.add(file) && file.endsWith(".js")) {
            NEEDED.matcher(text(file))
                    .results()
                    .map((MatchResult each) -> ROOT.resolve(file).resolve(each.group(1)))
                    .forEach(each -> collect(each.getPath().substring(1), needed));
        }
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("console/" + file)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        try {
            CRC32 checksum = new CRC32();
            for (Resource file : inOrder()) {
                checksum.update(file.getContentAsByteArray());
            }
            return Long.toHexString(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> inOrder() throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver()
                                .getResources("classpath:console/**/*.*"))
                .sorted(Comparator.comparing(Resource::getDescription))
                .toList();
    }
}
