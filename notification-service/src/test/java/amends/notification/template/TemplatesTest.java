package amends.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationKind;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.notification.rule.Correspondence;
import amends.notification.rule.Notice;
import amends.notification.rule.Occasion;
import amends.notification.rule.Recipient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What of a changed template is told before it is in force.
class TemplatesTest {

    private static final PolicyName ACKNOWLEDGEMENT =
            Templates.name(NotificationKind.ACKNOWLEDGEMENT);
    private static final PolicyName APOLOGY =
            Templates.name(NotificationKind.APOLOGY_FOR_BROKEN_PROMISE);
    private static final PolicyName FOLLOW_UP = Templates.name(NotificationKind.FOLLOW_UP);
    private static final ComplaintId COMPLAINT =
            ComplaintId.derive(new BrandName("Hearth"), new ChannelName("email"), "1");
    private static final Occasion AT = new Occasion(COMPLAINT, 1, Instant.EPOCH);
    private static final EmailAddress TO = new EmailAddress("ana@amends.example");
    private static final Correspondence NAMELESS =
            new Correspondence(
                    COMPLAINT.reference(),
                    new BrandName("Hearth"),
                    new Recipient(null, List.of(TO), new LanguageTag("en")),
                    new FreeText("Smoke"),
                    true,
                    Map.of(),
                    0,
                    null);
    private static final LanguageTag EN = new LanguageTag("en");
    private static final SampleLetters SAMPLES = new SampleLetters(ZoneId.of("Asia/Tokyo"));

    private final Map<PolicyName, PublishedPolicy> published =
            new HashMap<>(ShippedTemplates.configuration().firstVersions());

    @Test
    void everyPlaceholderOfTheShippedTemplatesIsKnownAndHasAValue() {
        assertThat(SAMPLES.of(SAMPLES.tried(published), ACKNOWLEDGEMENT))
                .extracting(sample -> sample.language().value())
                .containsExactly("ja", "en", "zh");
        for (PolicyName name : published.keySet()) {
            assertThat(SAMPLES.of(SAMPLES.tried(published), name))
                    .as(name.value())
                    .isNotEmpty()
                    .allSatisfy(
                            sample ->
                                    assertThat(sample.message().text().value())
                                            .doesNotContain("{{", "{%", "null"));
        }
    }

    @Test
    void aChangedTemplateIsWrittenWithItsVersionAndLeavesTheOthersAsTheyAre() {
        change(ACKNOWLEDGEMENT).withObject("/en").put("subject", "We heard you, {{ name }}");
        assertThatThrownBy(() -> SAMPLES.tried(published))
                .as("not everybody has a name")
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("acknowledgement");

        change(ACKNOWLEDGEMENT)
                .withObject("/en")
                .put("subject", "We heard you{% if named %}, {{ name }}{% endif %}");
        Templates templates = SAMPLES.tried(published);
        assertThat(SAMPLES.of(templates, ACKNOWLEDGEMENT).get(1).message().subject().value())
                .startsWith("We heard you, Ada Example [");
        assertThat(templates.template(NotificationKind.ACKNOWLEDGEMENT, EN))
                .extracting(Template::version)
                .isEqualTo(2);
        assertThat(templates.template(NotificationKind.THANKS, EN).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            textBlock =
                    """
                    Dear {{ nmae }}                        ~ no placeholder nmae
                    {{ what }}                             ~ no placeholder what
                    {% include "/etc/passwd" %}            ~ of conditions there are
                    {% for x in body %}a{% endfor %}       ~ of conditions there are
                    {{ name.class }}                       ~ is none
                    {{ name | upper }}                     ~ is none
                    {% if named %}Dear                     ~ needs its {% endif %}
                    Dear {{ name                           ~ not closed
                    {# left out #}                         ~ not closed
                    {% if nmaed %}x{% endif %}             ~ no placeholder nmaed
                    """)
    void whatIsNoPlaceholderIsToldWithItsPlace(String words, String told) {
        change(ACKNOWLEDGEMENT).withObject("/zh").putArray("body").add("ok").add(words);
        assertThatThrownBy(() -> SAMPLES.tried(published))
                .isInstanceOfSatisfying(
                        InvalidTemplate.class,
                        fault -> {
                            assertThat(fault).hasMessageContaining(told);
                            assertThat(fault.pointer()).isEqualTo("/zh/body/1");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en", "zh"})
    void noLanguageMayBeLeftOut(String language) {
        change(ACKNOWLEDGEMENT).remove(language);
        assertThatThrownBy(() -> SAMPLES.tried(published))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining(language + " is missing");
    }

    @Test
    void aSubjectIsOneLineAndALetterHasWords() {
        change(ACKNOWLEDGEMENT).withObject("/ja").put("subject", "a\nBcc: all@example.jp");
        assertThatThrownBy(() -> SAMPLES.tried(published)).hasMessageContaining("one line");
        change(ACKNOWLEDGEMENT).withObject("/ja").putArray("body");
        assertThatThrownBy(() -> SAMPLES.tried(published)).hasMessageContaining("a list");
    }

    @Test
    void aValueThatSomeLettersDoNotHaveMustBeAskedForFirst() {
        change(APOLOGY).withObject("/en").putArray("body").add("We promised {{ what }}");
        assertThatThrownBy(() -> SAMPLES.tried(published))
                .isInstanceOfSatisfying(
                        InvalidTemplate.class,
                        fault -> {
                            assertThat(fault).hasMessageContaining("{% if known %}");
                            assertThat(fault.pointer()).isEqualTo("/en");
                        });
    }

    @Test
    void aFrameNamesEveryRemedyAndFormsDates() {
        change(Templates.FRAME).withObject("/ja/remedies").remove("VOUCHER");
        assertThatThrownBy(() -> SAMPLES.tried(published)).hasMessageContaining("VOUCHER");
        change(Templates.FRAME).withObject("/ja").put("dateFormat", "{nonsense");
        assertThatThrownBy(() -> SAMPLES.tried(published))
                .hasMessageContaining("pattern of a date");
    }

    @Test
    void aFormOfDatesThatOnlySomeHoursHaveIsRefused() {
        change(Templates.FRAME).withObject("/ja").put("dateFormat", "pH:mm");
        assertThatThrownBy(() -> SAMPLES.tried(published))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("pattern of a date");
    }

    @Test
    void aLetterHasAtMostFiftyPartsAndATemplateAnEnd() {
        ArrayNode body = change(ACKNOWLEDGEMENT).withObject("/ja").putArray("body");
        IntStream.range(0, 50).forEach(_ -> body.add("a"));
        SAMPLES.tried(published);
        body.add("a");
        assertThatThrownBy(() -> SAMPLES.tried(published)).hasMessageContaining("at most 50");
        change(ACKNOWLEDGEMENT).put("beside", "a".repeat(200_000));
        assertThatThrownBy(() -> SAMPLES.tried(published)).hasMessageContaining("is longer than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://amends.example",
                "{{ title }}",
                "{{ survey }}{{ title }}",
                "https://{{ title }}",
                "https://amends.example{{ title }}/",
                " //amends.example"
            })
    void noLinkLeadsWhereNobodyMeantItTo(String target) {
        link(target);
        assertThatThrownBy(() -> SAMPLES.tried(published))
                .isInstanceOfSatisfying(
                        InvalidTemplate.class,
                        fault -> assertThat(fault.pointer()).isEqualTo("/en/body/0/link"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ survey }}",
                "{{survey}}",
                "https://amends.example",
                "https://amends.example/help?case={{ reference }}"
            })
    void aLinkLeadsToTheSurveyOrToAHostOfItsTemplate(String target) {
        link(target);
        assertThat(SAMPLES.of(SAMPLES.tried(published), FOLLOW_UP).get(1).message().text().value())
                .contains("https://amends.example");
    }

    private void link(String target) {
        change(FOLLOW_UP)
                .withObject("/en")
                .putArray("body")
                .addObject()
                .put("link", target)
                .put("label", "Here");
    }

    @Test
    void whatNoTrialFoundLeavesAGapAndKeepsNoLetterBack() {
        change(ACKNOWLEDGEMENT)
                .withObject("/en")
                .putArray("body")
                .add("{% if brand == 'Hearth' %}Dear {{ name }}{% endif %}!");
        Templates templates = SAMPLES.tried(published);
        TemplateLetters letters =
                new TemplateLetters(
                        () -> templates,
                        ZoneId.of("Asia/Tokyo"),
                        (_, _, _) -> URI.create("https://amends.example"));
        assertThat(letters.write(AT, new Notice.Acknowledgement(), NAMELESS, TO).message().text())
                .extracting(FreeText::value)
                .asString()
                .contains("Dear !");
    }

    /// A second version, made from the shipped one.
    private ObjectNode change(PolicyName name) {
        PublishedPolicy first = ShippedTemplates.configuration().firstVersions().get(name);
        ObjectNode body = (ObjectNode) first.body();
        published.put(
                name,
                new PublishedPolicy(
                        new PolicyVersion(name, 2),
                        Instant.EPOCH,
                        Actor.agent(new AgentId("chief")),
                        body));
        return body;
    }
}
