package amends.intake.operations;

import amends.contracts.wire.CloudEventHeaders;
import amends.intake.operations.DeadLetter.Replay;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Says on the topic of the dead letters itself that one of them was replayed. It is written in the
/// same transaction as the record that it tells of, so neither is ever there without the other.
record ReplayMark(LetterId letter, Replay replay) {

    private static final String LETTER = "amends_replayed";
    private static final String BY = "amends_replayed_by";
    private static final String AT = "amends_replayed_at";

    static @Nullable ReplayMark of(ConsumerRecord<String, byte[]> record) {
        LetterHeaders headers = new LetterHeaders(record.headers());
        String letter = headers.text(LETTER);
        String by = headers.text(BY);
        String at = headers.text(AT);
        return letter == null || by == null || at == null
                ? null
                : new ReplayMark(LetterId.parse(letter), new Replay(by, Instant.parse(at)));
    }

    ProducerRecord<String, byte[]> record(@Nullable String key) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(letter.topic(), letter.partition(), key, new byte[0]);
        record.headers()
                .add(LETTER, CloudEventHeaders.utf8(letter.toString()))
                .add(BY, CloudEventHeaders.utf8(replay.by()))
                .add(AT, CloudEventHeaders.utf8(replay.at().toString()));
        return record;
    }
}
