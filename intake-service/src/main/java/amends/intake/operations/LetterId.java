package amends.intake.operations;

import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a dead letter lies, as in `amends.contacts-dlt:3:17`.
public record LetterId(String topic, int partition, long offset) {

    static final String SUFFIX = "-dlt";
    private static final Pattern TEXT =
            Pattern.compile("(amends\\.[a-z-]+-dlt):(\\d{1,6}):(\\d{1,18})");
    private static final Set<String> STAY =
            Set.of(Topics.ACCESS.name(), Topics.KNOWN_ISSUES.name(), Topics.OUTCOMES.name());

    /// @throws IllegalArgumentException when the text names no dead letter
    public static LetterId parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A dead letter is named by topic, partition and offset, for example"
                            + " amends.contacts-dlt:3:17");
        }
        return new LetterId(
                parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    static LetterId of(ConsumerRecord<?, ?> letter) {
        return new LetterId(letter.topic(), letter.partition(), letter.offset());
    }

    /// What is so now would be overwritten by what was so then, past whoever may change it; and
    /// nobody waits for an old outcome any more.
    boolean isReplayable() {
        return !STAY.contains(source());
    }

    /// The topic that the record was read from.
    String source() {
        return topic.substring(0, topic.length() - SUFFIX.length());
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }
}
