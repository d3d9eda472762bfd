package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

/// What is plain ASCII takes a shorter way, to the same result.
class PlainPathsTest {

    private static final String[] PIECES = {
        "a", "B", "9", ".", ".", "-", "_", "+", "customer", "example", "!", " ", "x".repeat(63)
    };

    @Test
    void anAddressReadsTheSameWithAndWithoutBrackets() {
        Random random = new Random(14);
        int found = 0;
        for (int i = 0; i < 50_000; i++) {
            String address = pieces(random) + "@" + pieces(random);
            assertThat(MailAddresses.read(address))
                    .as(address)
                    .isEqualTo(MailAddresses.read("<" + address + ">"));
            found += MailAddresses.read(address).isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(5_000, 45_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@", "@b", "a@b..c", "a@.b", "a@-b", "a@b-", "a b@c", "a@b@c", "a@b_c"})
    void whatIsNoAddressStaysNone(String written) {
        assertThat(MailAddresses.read(written)).isEmpty();
    }

    @Test
    void partsOfAnAddressHaveTheirLongest() {
        String label = "l".repeat(63);
        assertThat(MailAddresses.read("p".repeat(64) + "@" + label + ".x")).isPresent();
        assertThat(MailAddresses.read("p".repeat(65) + "@" + label + ".x")).isEmpty();
        assertThat(MailAddresses.read("p@" + label + "l.x")).isEmpty();
        assertThat(MailAddresses.read("p@" + "l.".repeat(127) + "l")).isPresent();
        assertThat(MailAddresses.read("p@" + "l.".repeat(128) + "l")).isEmpty();
    }

    @Test
    void textReadsTheSameBesideAForeignLetter() {
        Random random = new Random(15);
        for (int i = 0; i < 20_000; i++) {
            String text = "a" + pieces(random) + (char) random.nextInt(0x80) + pieces(random) + "z";
            assertThat("é" + PlainText.ofPlain(text)).isEqualTo(PlainText.ofPlain("é" + text));
        }
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES[random.nextInt(random.nextInt(4) == 0 ? PIECES.length : 5)]);
        }
        return text.toString();
    }
}
