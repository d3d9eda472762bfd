package amends.notification.survey;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationId;
import amends.notification.Stories;
import amends.notification.survey.SurveyPages.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;

class SurveyPagesTest {

    private final SurveyPages pages = new SurveyPages();

    @Test
    void everyLanguageHasTheSameWords() {
        assertThat(pages.words()).containsOnlyKeys("ja", "en", "zh");
        var english = pages.words().get("en").keySet();
        pages.words().values().forEach(words -> assertThat(words.keySet()).isEqualTo(english));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en", "zh"})
    void theFormAsksEverythingWithoutScripts(String language) {
        String form = pages.form(ticket(language), "TOKEN", Map.of(), false);
        assertThat(form)
                .contains("<html lang=\"" + language + "\">")
                .contains("action=\"TOKEN\"", "name=\"solved\" value=\"no\"")
                .contains("name=\"satisfaction\" value=\"5\"", "name=\"effort\" value=\"7\"")
                .contains("name=\"recommendation\" value=\"10\"", "<textarea")
                .contains(ticket(language).complaint().reference().toString())
                .doesNotContain("<script", "style=", "onclick", "{{");
        assertThat(count(form, "<fieldset")).isEqualTo(count(form, "<legend")).isEqualTo(4);
        assertThat(count(form, "<input")).isEqualTo(2 + 5 + 7 + 11);
        assertThat(count(form, "<label")).isEqualTo(count(form, "<input") + 1);
    }

    @Test
    void whatWasFilledInStaysAndIsEscaped() {
        String form =
                pages.form(
                        ticket("en"),
                        "TOKEN",
                        Map.of("satisfaction", "3", "comment", "</textarea><script>x</script>"),
                        true);
        assertThat(form)
                .contains("name=\"satisfaction\" value=\"3\" checked", "role=\"alert\"")
                .contains("&lt;/textarea&gt;")
                .doesNotContain("<script");
        assertThat(count(form, "checked")).isEqualTo(1);
    }

    @Test
    void everyMessageIsSaidInEveryLanguageAndOthersReadEnglish() {
        for (Message message : Message.values()) {
            assertThat(pages.message(new LanguageTag("fr"), message))
                    .isEqualTo(pages.message(new LanguageTag("en"), message))
                    .isNotEqualTo(pages.message(new LanguageTag("ja"), message))
                    .isNotEqualTo(pages.message(new LanguageTag("zh"), message));
        }
    }

    private static SurveyTicket ticket(String language) {
        return new SurveyTicket(
                Stories.complaint("<p@example.jp>"),
                new NotificationId("N"),
                1,
                Instant.EPOCH,
                new LanguageTag(language));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
