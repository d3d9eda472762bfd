package amends.intake.ledger;

import amends.contracts.ledger.Fate;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.Map;

/// The figures of one source in one minute: received is the sum of all that follow.
///
/// @param source whom it came from at the door: a mailbox, a key, a file
/// @param rejected the sender was told what to correct, and keeps it
/// @param setAside machines' mails: kept, and no complaints
/// @param failed could not be made durable: the sender was asked to come again
/// @param open durable, and not answered by workflow yet
public record SourceMinute(
        Instant minute,
        String source,
        long received,
        @JsonProperty("new") long fresh,
        long appended,
        long known,
        long quarantined,
        long rejected,
        long setAside,
        long failed,
        long open) {

    static SourceMinute of(long minute, String source, long received, Map<Fate, Long> fates) {
        return new SourceMinute(
                Ticket.start(minute),
                source,
                received,
                fates.getOrDefault(Fate.NEW, 0L),
                fates.getOrDefault(Fate.APPENDED, 0L),
                fates.getOrDefault(Fate.KNOWN, 0L),
                fates.getOrDefault(Fate.QUARANTINED, 0L),
                fates.getOrDefault(Fate.REJECTED, 0L),
                fates.getOrDefault(Fate.SET_ASIDE, 0L),
                fates.getOrDefault(Fate.FAILED, 0L),
                received - fates.values().stream().mapToLong(Long::longValue).sum());
    }

    /// Of the inputs, each once.
    long taken() {
        return fresh + appended + quarantined + setAside + open;
    }
}
