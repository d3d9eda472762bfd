package amends.notification.survey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationId;
import amends.notification.Stories;
import amends.notification.survey.SurveyTokens.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Base64;

class SurveyTokensTest {

    private static final Instant NOW = Instant.parse("2026-04-01T09:30:00Z");
    private static final Instant EXPIRES = NOW.plusSeconds(60);
    private static final SurveyTicket TICKET =
            new SurveyTicket(
                    Stories.complaint("<s@example.jp>"),
                    new NotificationId("5N3C8Q1R7T2V4W6X8Y0Z1A3B5C"),
                    2,
                    EXPIRES,
                    new LanguageTag("ja"));
    private final SurveyTokens tokens = new SurveyTokens("a secret".getBytes(UTF_8));
    private final String token = tokens.sign(TICKET);

    @Test
    void aTokenGivesItsTicketBackUntilItExpires() {
        assertThat(tokens.read(token, NOW)).isEqualTo(new Reading.Valid(TICKET));
        assertThat(tokens.read(token, EXPIRES.minusMillis(1))).isEqualTo(new Reading.Valid(TICKET));
        assertThat(tokens.read(token, EXPIRES)).isEqualTo(new Reading.Expired(TICKET));
    }

    @Test
    void noSingleBitCanBeChanged() {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(tokens.read(forged, NOW)).isEqualTo(new Reading.Forged());
        }
    }

    @Test
    void anotherSecretSignsNothingForUs() {
        String foreign = new SurveyTokens("another".getBytes(UTF_8)).sign(TICKET);
        assertThat(tokens.read(foreign, NOW)).isEqualTo(new Reading.Forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "====", "%00", "survey.css", "ＡＢＣ"})
    void nonsenseIsNoToken(String nonsense) {
        assertThat(tokens.read(nonsense, NOW)).isEqualTo(new Reading.Forged());
        assertThat(tokens.read(nonsense.repeat(1000), NOW)).isEqualTo(new Reading.Forged());
    }

    @Test
    void aTokenFitsIntoAnAddress() {
        assertThat(token).matches("[A-Za-z0-9_-]+").hasSizeLessThan(200);
    }
}
