package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;
import java.time.Duration;

class UnicodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "ﾊﾞｯｸﾞ　①", "e\u0301\u0316", "𝟒𝟏𝟏𝟏", "क्षि", "\ud83d"})
    void ordinaryTextIsNormalisedAsEverywhere(String text) {
        assertThat(Unicode.nfkc(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301\u0316", "\uff9e\u0316", "\u0f77\u0f71"})
    void aLetterWithManyAccentsTakesNoLongerThanManyLetters(String accents) {
        String text = "a" + accents.repeat(300_000);
        String normal = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Unicode.nfkc(text));
        assertThat(normal).hasSizeGreaterThanOrEqualTo(300_000);
    }

    @Test
    void whatIsNormalStaysSo() {
        String normal = Unicode.nfkc("a" + "\u0301\u0316".repeat(100));
        assertThat(Unicode.nfkc(normal)).isEqualTo(normal);
    }
}
