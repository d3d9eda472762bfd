package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"<br>", "<p> </p>", "\\u0001", "\\ufeff", "&nbsp;<br>"})
    void wordsThatSayNothingAreBlank(String text) {
        assertThat(read("{\"text\":\"" + text + "\"}"))
                .isEqualTo(
                        new Reading.Invalid(
                                false,
                                java.util.List.of(
                                        new Fault("text is blank; it needs content", "/text"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 2_000})
    void jsonThatIsNestedTooDeepIsRefused(int depth) {
        assertThat(read("{\"text\":\"x\",\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}"))
                .isInstanceOf(Reading.Invalid.class);
        assertThat(read("{\"" + "x".repeat(60_000) + "\":1}")).isInstanceOf(Reading.Invalid.class);
    }

    private static Reading read(String json) {
        return Channels.COMPLAINTS.read(Channels.arrival("application/json", json));
    }
}
