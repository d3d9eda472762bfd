package amends.intake.ledger;

import amends.contracts.contact.SourceName;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What sources say they have and intake does not: mails of a mailbox, rows of a file, messages
/// that a partner counted. One that is not all gone after some time is an alarm.
public final class Remainders {

    private static final int MOST_LISTED = 100;
    private static final int MOST_OPEN = 1_000;

    private final Duration patience;
    private final Map<Key, Remainder> open = new TreeMap<>();

    private record Key(String source, Kind kind, String item) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source).thenComparing(Key::kind).thenComparing(Key::item);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
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
    /// @param since when it appeared
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

    /// @param patience how long something of a remainder may stay
    public Remainders(Duration patience) {
        this.patience = patience;
    }

    /// What a source said now; nothing left ends what it said before.
    public void report(SourceName source, Kind kind, long count, List<String> ids, Instant now) {
        report(source, kind, "", count, ids, now);
    }

    /// @param item of the source that is counted by itself: a file, a claim
    public synchronized void report(
            SourceName source, Kind kind, String item, long count, List<String> ids, Instant now) {
        Key key = new Key(source.value(), kind, item);
        Remainder before = open.remove(key);
        if (count > 0) {
            Instant since = before == null ? now : before.since();
            List<String> some = ids.stream().limit(MOST_LISTED).toList();
            open.put(key, new Remainder(source.value(), kind, count, some, since, false));
        }
    }

    /// The oldest of them.
    public List<Remainder> open(Instant now) {
        return all(now).stream()
                .sorted(Comparator.comparing(Remainder::since))
                .limit(MOST_OPEN)
                .toList();
    }

    private synchronized List<Remainder> all(Instant now) {
        return open.values().stream().map(each -> each.at(now, patience)).toList();
    }

    /// How many inputs are overdue.
    public long missing(Instant now) {
        return all(now).stream().filter(Remainder::overdue).mapToLong(Remainder::count).sum();
    }
}
