package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the shipped policies and mappings name is shown to people, in each of their languages.
class ConsoleWordsTest {

    private static final Path POLICIES = Path.of("../workflow-service/src/main/resources/policies");
    private static final Path MAPPINGS = Path.of("../intake-service/src/main/resources/mappings");
    private static final Path STORIES = Path.of("../deploy/src/main/resources/demo/stories.json");
    private static final Path WORDS = Path.of("src/main/resources/console/i18n");
    private static final Pattern KEY = Pattern.compile("(?m)^ {2}'([^']+)':");

    @ParameterizedTest
    @CsvSource({
        "en, priority.yaml, factor", "ja, priority.yaml, factor",
        "en, routing.yaml, queue", "ja, routing.yaml, queue",
        "en, routing.yaml, rule", "ja, routing.yaml, rule"
    })
    void policiesAreTranslated(String language, String policy, String family) throws IOException {
        Pattern naming = Pattern.compile("(?m)^[ -]*" + family + ": (\\S+)$");
        assertThat(keys(language)).containsAll(named(POLICIES.resolve(policy), naming, family));
    }

    @ParameterizedTest
    @CsvSource({"en, en-cfpb.yaml", "en, ja-mlit-defects.yaml", "ja, en-cfpb.yaml"})
    void channelsOfMappingsAreTranslated(String language, String mapping) throws IOException {
        Pattern naming = Pattern.compile("(?m)^channel: (\\S+)$");
        assertThat(keys(language)).containsAll(named(MAPPINGS.resolve(mapping), naming, "channel"));
    }

    @ParameterizedTest
    @CsvSource({"en", "ja"})
    void channelsOfTheDemoAreTranslated(String language) throws IOException {
        Pattern naming = Pattern.compile("\"channel\":\"([^\"]+)\"");
        assertThat(keys(language)).containsAll(named(STORIES, naming, "channel"));
    }

    @ParameterizedTest
    @CsvSource({"en, ja", "ja, en"})
    void whatOneLanguageSaysTheOtherSaysToo(String one, String other) throws IOException {
        assertThat(keys(one)).containsAll(keys(other));
    }

    private static List<String> named(Path file, Pattern naming, String family) throws IOException {
        List<String> names =
                found(naming, file).map(each -> family + "." + each).distinct().toList();
        assertThat(names).isNotEmpty();
        return names;
    }

    private static List<String> keys(String language) throws IOException {
        return found(KEY, WORDS.resolve(language + ".js")).toList();
    }

    private static Stream<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map(each -> each.group(1));
    }
}
