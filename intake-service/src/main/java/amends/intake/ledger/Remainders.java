package amends.intake.ledger;

import amends.contracts.contact.SourceName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What sources say they have and intake does not: mails of a mailbox, rows of a file, messages
/// that a partner counted. One that does not get smaller for some time is an alarm.
public final class Remainders {

    private static final int MOST_LISTED = 100;

    private final Duration patience;
    private final Map<Key, Remainder> open = new TreeMap<>();

    private record Key(String source, Kind kind) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySource = source.compareTo(other.source);
            return bySource == 0 ? kind.compareTo(other.kind) : bySource;
        }
    }

    /// Who counted.
    public enum Kind {
        MAILBOX,
        FILE,
        CLAIM
    }

    /// @param count of inputs that the source has and intake has not
    /// @param ids some of them, as the source calls them; none when it only counts
    /// @param since when it last got smaller, or appeared
    /// @param overdue for so long that it is an alarm
    public record Remainder(
            String source,
            Kind kind,
            long count,
            List<String> ids,
            Instant since,
            boolean overdue) {

        private Remainder at(Instant now, Duration patience) {
            boolean late = Duration.between(since, now).compareTo(patience) > 0;
            return new Remainder(source, kind, count, ids, since, late);
        }
    }

    /// @param patience how long a remainder may stay as large as it is
    public Remainders(Duration patience) {
        this.patience = patience;
    }

    /// What a source said now; nothing left ends what it said before.
    public synchronized void report(
            SourceName source, Kind kind, long count, List<String> ids, Instant now) {
        Key key = new Key(source.value(), kind);
        Remainder before = open.remove(key);
        if (count > 0) {
            Instant since = before == null || count < before.count() ? now : before.since();
            List<String> some = ids.stream().limit(MOST_LISTED).toList();
            open.put(key, new Remainder(source.value(), kind, count, some, since, false));
        }
    }

    public synchronized List<Remainder> open(Instant now) {
        return open.values().stream().map(each -> each.at(now, patience)).toList();
    }

    /// How many inputs are overdue.
    public long missing(Instant now) {
        return open(now).stream().filter(Remainder::overdue).mapToLong(Remainder::count).sum();
    }
}
