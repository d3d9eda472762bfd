package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Inputs that were made, or happen, to bring their reader down.
class UnreadableTest {

    @Test
    void an_input_that_brings_its_reader_down_is_kept() {
        assertThat(
                        List.of(
                                Reading.attempted(
                                        () -> {
                                            throw new IllegalStateException("broken");
                                        }),
                                Reading.attempted(() -> deep(Integer.MAX_VALUE))))
                .allSatisfy(
                        reading ->
                                assertThat(reading)
                                        .isInstanceOfSatisfying(
                                                Reading.Unclear.class,
                                                unclear ->
                                                        assertThat(unclear.reason().value())
                                                                .isEqualTo("input-unreadable")));
    }

    @ParameterizedTest
    @MethodSource("amends.intake.channel.ChannelContractTest#channels")
    void what_is_nested_too_deeply_is_no_contact_and_no_failure(Sample sample) {
        Arrival good = sample.good();
        for (String open : List.of("[", "{\"a\":", "{\"text\":\"It leaks\",\"a\":[")) {
            byte[] content = open.repeat(1_000).getBytes(StandardCharsets.UTF_8);
            Arrival nested =
                    new Arrival(
                            good.source(),
                            null,
                            good.mapping(),
                            good.mediaType(),
                            content,
                            good.at());
            assertThat(sample.channel().read(nested))
                    .satisfiesAnyOf(
                            reading -> assertThat(reading).isInstanceOf(Reading.Invalid.class),
                            reading -> assertThat(reading).isInstanceOf(Reading.Unclear.class));
        }
    }

    private static Reading deep(int levels) {
        return levels == 0 ? Reading.Unclear.because("the-bottom", "") : deep(levels - 1);
    }
}
