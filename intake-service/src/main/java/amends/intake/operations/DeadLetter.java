package amends.intake.operations;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A record that a consumer could not process, and why. Its value is not told: it may hold what
/// customers wrote.
///
/// @param id topic, partition and offset, as in `amends.contacts-dlt:3:17`
/// @param type of the message, when the record names it
/// @param source where it stood
/// @param error class of the exception
/// @param replayable whether it may be put onto its topic again
/// @param replayed when it was
public record DeadLetter(
        String id,
        Instant at,
        @Nullable String key,
        @Nullable String type,
        Source source,
        @Nullable String error,
        @Nullable String reason,
        boolean replayable,
        @Nullable Replay replayed) {

    /// Where a record stood before it could not be processed.
    ///
    /// @param offset absent when the letter does not tell
    public record Source(String topic, int partition, @Nullable Long offset) {}

    /// Who put it onto its topic again, and when.
    public record Replay(String by, Instant at) {}

    /// Equal for letters of the same record that failed for the same reason.
    Object sameness() {
        return source.offset() == null
                ? id
                : List.of(source, String.valueOf(error), String.valueOf(reason));
    }

    static DeadLetter of(ConsumerRecord<String, byte[]> letter, @Nullable Replay replayed) {
        LetterHeaders headers = new LetterHeaders(letter.headers());
        return new DeadLetter(
                LetterId.of(letter).toString(),
                Instant.ofEpochMilli(letter.timestamp()),
                letter.key(),
                headers.type(),
                new Source(
                        LetterId.of(letter).source(),
                        headers.partition(letter.partition()),
                        headers.offset()),
                headers.error(),
                headers.reason(),
                LetterId.of(letter).isReplayable(),
                replayed);
    }
}
