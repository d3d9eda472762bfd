package amends.gateway;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Asks axe what on a page is in the way of people who see, hear or move otherwise (WCAG 2.2 AA and
/// good practice).
final class Axe {

    private static final String SCRIPT = script();
    private static final String RUN =
            """
            async () => {
              const found = await axe.run(document, {runOnly: {type: 'tag', values:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}});
              return found.violations.flatMap(each => each.nodes.map(node =>
                `${each.id} (${each.impact}) ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\\n', ' ')}`));
            }\
            """;

    private Axe() {}

    static List<String> obstacles(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(Objects::toString).toList();
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
