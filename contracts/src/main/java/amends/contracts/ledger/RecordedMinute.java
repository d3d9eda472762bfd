package amends.contracts.ledger;

import amends.contracts.complaint.CorrelationId;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.wire.Message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What one intake received in one minute and what became of it, whole; a later one of the same
/// minute replaces it.
///
/// @param minute its first moment
/// @param waiting contacts whose answer is outstanding
/// @param answeredUntil by partition of the outcomes: answers before are in these figures
public record RecordedMinute(
        InstanceName instance,
        Instant minute,
        Instant at,
        List<Row> rows,
        List<Waiting> waiting,
        Map<Integer, Long> answeredUntil)
        implements Message {

    public RecordedMinute {
        rows = List.copyOf(rows);
        waiting = List.copyOf(waiting);
        answeredUntil = Map.copyOf(answeredUntil);
    }

    /// The figures of one source.
    public record Row(SourceName source, long received, Map<Fate, Long> fates) {
        public Row {
            fates = Map.copyOf(fates);
        }
    }

    /// A contact about which workflow will say what it made of it.
    public record Waiting(
            CorrelationId correlation, ContactId contact, SourceName source, Instant since) {}

    @Override
    public String key() {
        return key(instance, minute);
    }

    public static String key(InstanceName instance, Instant minute) {
        return instance + "/" + minute;
    }

    @Override
    public String messageId() {
        return key() + "@" + at;
    }

    @Override
    public String type() {
        return "MinuteBooked";
    }

    @Override
    public Instant time() {
        return at;
    }
}
