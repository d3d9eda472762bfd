package amends.contracts.wire;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// A record that whoever follows its topic could not take, as the dead letter that shows it. A
/// follower that starts anew meets it again; where it stood tells that it is the same one.
public final class SkippedRecord {

    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";
    public static final String ERROR = "__streams.errors.exception";
    public static final String REASON = "__streams.errors.message";

    private SkippedRecord() {}

    static ProducerRecord<String, byte[]> letter(
            ConsumerRecord<String, byte[]> skipped, RuntimeException why) {
        Headers headers = new RecordHeaders(skipped.headers().toArray());
        headers.add(PARTITION, CloudEventHeaders.utf8(String.valueOf(skipped.partition())));
        headers.add(OFFSET, CloudEventHeaders.utf8(String.valueOf(skipped.offset())));
        headers.add(ERROR, CloudEventHeaders.utf8(why.getClass().getName()));
        headers.add(REASON, CloudEventHeaders.utf8(String.valueOf(why.getMessage())));
        return new ProducerRecord<>(
                Topics.deadLetters(skipped.topic()), null, skipped.key(), shown(skipped), headers);
    }

    /// Of users and keys only the place and the reason are told: hashes of passwords stay where
    /// they are.
    private static byte[] shown(ConsumerRecord<String, byte[]> skipped) {
        return skipped.topic().equals(Topics.ACCESS.name()) ? new byte[0] : skipped.value();
    }
}
