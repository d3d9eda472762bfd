package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.Refusal;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.EscalationAction;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the shipped policies and mappings name is shown to people, in each of their languages.
class ConsoleWordsTest {

    private static final Path POLICIES = Path.of("../workflow-service/src/main/resources/policies");
    private static final Path MAPPINGS = Path.of("../intake-service/src/main/resources/mappings");
    private static final Path STORIES = Path.of("../deploy/src/main/resources/demo/stories.json");
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @CsvSource({
        "en, priority.yaml, factor", "ja, priority.yaml, factor", "zh, priority.yaml, factor",
        "en, routing.yaml, queue", "ja, routing.yaml, queue", "zh, routing.yaml, queue",
        "en, routing.yaml, rule", "ja, routing.yaml, rule", "zh, routing.yaml, rule"
    })
    void policiesAreTranslated(String language, String policy, String family) throws IOException {
        Pattern naming = Pattern.compile("(?m)^[ -]*" + family + ": (\\S+)$");
        assertThat(keys(language)).containsAll(named(POLICIES.resolve(policy), naming, family));
    }

    @ParameterizedTest
    @CsvSource({
        "en, en-cfpb.yaml",
        "en, ja-mlit-defects.yaml",
        "ja, en-cfpb.yaml",
        "zh, en-cfpb.yaml",
        "zh, ja-mlit-defects.yaml"
    })
    void channelsOfMappingsAreTranslated(String language, String mapping) throws IOException {
        Pattern naming = Pattern.compile("(?m)^channel: (\\S+)$");
        assertThat(keys(language)).containsAll(named(MAPPINGS.resolve(mapping), naming, "channel"));
    }

    @ParameterizedTest
    @CsvSource({"en", "ja", "zh"})
    void channelsOfTheDemoAreTranslated(String language) throws IOException {
        Pattern naming = Pattern.compile("\"channel\":\"([^\"]+)\"");
        assertThat(keys(language)).containsAll(named(STORIES, naming, "channel"));
    }

    @ParameterizedTest
    @CsvSource({"en, ja", "ja, en", "en, zh", "zh, en"})
    void whatOneLanguageSaysTheOtherSaysToo(String one, String other) {
        assertThat(keys(one)).containsAll(keys(other));
    }

    @ParameterizedTest
    @CsvSource({"ja", "zh"})
    void whatIsFilledInIsTheSameInEachLanguage(String language) {
        Map<String, String> english = ConsoleWords.of("en");
        ConsoleWords.of(language)
                .forEach(
                        (key, text) ->
                                assertThat(blanks(text))
                                        .as(language + " " + key)
                                        .isEqualTo(blanks(english.getOrDefault(key, ""))));
    }

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
    }

    @Test
    void whatTheConsoleAsksForIsThere() {
        assertThat(ConsoleWords.asked()).hasSizeGreaterThan(100);
        assertThat(keys("en")).containsAll(ConsoleWords.asked());
    }

    @Test
    void noWordsAreLeftThatNothingShows() {
        Set<String> named = ConsoleWords.named();
        Set<String> families = ConsoleWords.families();
        assertThat(keys("en"))
                .allMatch(
                        key ->
                                named.contains(key)
                                        || families.stream()
                                                .anyMatch(it -> key.startsWith(it + ".")));
    }

    @ParameterizedTest
    @CsvSource({"en", "ja", "zh"})
    void everyRefusalIsExplained(String language) {
        assertThat(keys(language))
                .containsAll(
                        Stream.of(Refusal.Rule.values()).map(rule -> "refusal." + rule).toList());
    }

    @ParameterizedTest
    @CsvSource({"en", "ja", "zh"})
    void everyReasonOfQuarantineIsExplained(String language) throws IOException {
        Set<String> codes = CodesOfIntake.reasons();
        assertThat(codes).contains("needs-transcription", "line-not-json", "robot");
        assertThat(missing(language, "quarantineReason", codes)).isEmpty();
        assertThat(missing(language, "quarantineHint", codes)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en", "ja", "zh"})
    void everyChannelThatIntakeReadsHasAName(String language) throws IOException {
        Set<String> channels = CodesOfIntake.channels();
        assertThat(channels).contains("bulk", "letters", "notices", "email");
        assertThat(missing(language, "channel", channels)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en", "ja", "zh"})
    void whatPoliciesMayNameHasWords(String language) {
        List<String> events =
                Stream.of(ComplaintEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList();
        assertThat(missing(language, "eventName", events)).isEmpty();
        assertThat(missing(language, "clockFamily", names(ClockFamily.values()))).isEmpty();
        assertThat(missing(language, "escalation", names(EscalationAction.values()))).isEmpty();
        assertThat(missing(language, "actorKind", names(Actor.Kind.values()))).isEmpty();
        assertThat(missing(language, "temper", names(Temper.values()))).isEmpty();
        assertThat(missing(language, "relation", names(Relation.values()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "routing.yaml, pool: ([a-z]+), pool",
        "routing.yaml, '(lang:[a-z]+)\"', skill",
        "authority.yaml, 'role: ([a-z]+)', authorityRole",
        "service-signs.yaml, sign: ([A-Z_]+), sign",
        "service-signs.yaml, kind: ([a-z-]+), policyKind",
        "typology.yaml, 'sign: ([a-z-]+)', sign",
        "typology.yaml, 'kind: ([a-z-]+)', policyKind",
        "priority.yaml, 'kind: ([a-z-]+)', policyKind",
        "sla.yaml, 'clock: ([a-z-]+)', clock"
    })
    void whatShippedPoliciesNameHasWords(String policy, String naming, String family)
            throws IOException {
        List<String> names = named(POLICIES.resolve(policy), Pattern.compile(naming), family);
        assertThat(ConsoleWords.LANGUAGES)
                .allSatisfy(language -> assertThat(keys(language)).containsAll(names));
    }

    private static List<String> names(Enum<?>[] codes) {
        return Stream.of(codes).map(Enum::name).toList();
    }

    private static List<String> missing(
            String language, String family, Collection<String> codes) {
        Set<String> keys = keys(language);
        return codes.stream()
                .map(each -> family + "." + each)
                .filter(each -> !keys.contains(each))
                .toList();
    }

    @Test
    void everyLanguageThatIsOfferedHasWords() {
        assertThat(ConsoleWords.LANGUAGES)
                .allSatisfy(language -> assertThat(keys(language)).hasSizeGreaterThan(500));
    }

    private static List<String> named(Path file, Pattern naming, String family) throws IOException {
        List<String> names =
                found(naming, file).map(each -> family + "." + each).distinct().toList();
        assertThat(names).isNotEmpty();
        return names;
    }

    private static Set<String> keys(String language) {
        return ConsoleWords.of(language).keySet();
    }

    private static Stream<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map(each -> each.group(1));
    }
}
