package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Recorded inputs of a channel.
///
/// @param words of the customer in the good one
/// @param good an input that is a complaint
/// @param other another complaint
/// @param bad inputs that are none
public record Sample(
        String name,
        Channel channel,
        String words,
        Arrival good,
        Arrival other,
        List<Arrival> bad) {

    Sample(Channel channel, Arrival good, Arrival other, List<Arrival> bad) {
        this(channel.name().value(), channel, "It leaks", good, other, bad);
    }

    /// The good one with other words of the customer.
    Arrival saying(String others) {
        String content = new String(good.content(), StandardCharsets.UTF_8);
        assertThat(content).contains(words);
        byte[] changed = content.replace(words, others).getBytes(StandardCharsets.UTF_8);
        return new Arrival(
                good.source(), null, good.mapping(), good.mediaType(), changed, good.at());
    }

    @Override
    public String toString() {
        return name;
    }
}
