package amends.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Random;

class PlainValuesTest {

    private static final String[] PIECES = {
        "plain ",
        "\"",
        "\\",
        "\n",
        "\u0000",
        "\u001f",
        "\u007f",
        "\u0080",
        "é",
        "ÿ",
        "？",
        "?",
        "洗濯機",
        "\ud83d\ude00"
    };

    @Test
    void wordsAreWrittenLikeAnyString() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String words = words(random);
            assertThat(Wire.write(new FreeText(words))).isEqualTo(Wire.write(words));
            assertThat(Wire.mapper().writeValueAsString(new RawContent(words)))
                    .isEqualTo(Wire.mapper().writeValueAsString(words));
        }
    }

    @Test
    void wordsLongerThanAnyBufferAreWrittenLikeAnyString() {
        String words = "plain ".repeat(20_000);

        assertThat(Wire.write(new FreeText(words))).isEqualTo(Wire.write(words));
        assertThat(Wire.write(new FreeText(words + "\""))).isEqualTo(Wire.write(words + "\""));
    }

    @Test
    void aTimeIsWrittenAsItSaysItself() {
        Random random = new Random(12);
        for (int i = 0; i < 20_000; i++) {
            int unit = new int[] {1, 1_000, 1_000_000, 1_000_000_000}[random.nextInt(4)];
            Instant at =
                    Instant.ofEpochSecond(
                            random.nextLong(-70_000_000_000L, 260_000_000_000L),
                            (long) unit * random.nextInt(1_000_000_000 / unit));
            assertThat(Wire.write(at)).asString().isEqualTo('"' + at.toString() + '"');
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "2024-02-29T12:00:00.000001Z"
            })
    void aTimeAtTheEdgeIsWrittenAsItSaysItself(String text) {
        assertThat(Wire.write(Instant.parse(text))).asString().isEqualTo('"' + text + '"');
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            words.append("abcdefghij", 0, random.nextInt(11));
            words.append(PIECES[random.nextInt(random.nextBoolean() ? 1 : PIECES.length)]);
        }
        return words.toString();
    }
}
