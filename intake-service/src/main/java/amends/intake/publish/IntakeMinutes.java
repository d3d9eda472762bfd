package amends.intake.publish;

import amends.contracts.contact.ChannelName;
import amends.intake.publish.Counts.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What arrived here in the last hours and what became of it, by the minute of its arrival and
/// channel. Each input is counted when it arrives and once more when it is decided, so a row that
/// does not balance shows what is still under way, or was lost.
public final class IntakeMinutes {

    public static final Duration KEPT = Duration.ofHours(24);

    private final NavigableMap<Instant, SortedMap<String, Row>> minutes = new TreeMap<>();

    private Instant tidyAfter = Instant.MIN;

    private static final class Row {
        private long received;
        private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    }

    /// The figures of one channel in one minute.
    ///
    /// @param accepted durable on the contacts topic
    /// @param rejected not taken in at all: the sender keeps it
    /// @param failed could not be made durable: the sender was asked to come again
    /// @param underWay arrived, and not decided yet
    /// @param setAside machines' mails: kept, and no complaints
    public record Minute(
            Instant minute,
            String channel,
            long received,
            long accepted,
            long quarantined,
            long rejected,
            long failed,
            long underWay,
            long setAside) {}

    synchronized void received(ChannelName channel, Instant at) {
        row(channel, at).received++;
        if (at.isAfter(tidyAfter)) {
            tidyAfter = minute(at).plus(1, ChronoUnit.MINUTES);
            minutes.headMap(minute(at).minus(KEPT)).clear();
        }
    }

    synchronized void decided(ChannelName channel, Instant arrivedAt, Outcome outcome) {
        row(channel, arrivedAt).outcomes.merge(outcome, 1L, Long::sum);
    }

    /// The newest first.
    public synchronized List<Minute> since(Instant since) {
        return minutes.tailMap(minute(since), true).descendingMap().entrySet().stream()
                .flatMap(
                        each ->
                                each.getValue().entrySet().stream()
                                        .map(
                                                row ->
                                                        figures(
                                                                each.getKey(),
                                                                row.getKey(),
                                                                row.getValue())))
                .toList();
    }

    private static Minute figures(Instant minute, String channel, Row row) {
        long decided = row.outcomes.values().stream().mapToLong(Long::longValue).sum();
        return new Minute(
                minute,
                channel,
                row.received,
                row.outcomes.getOrDefault(Outcome.ACCEPTED, 0L),
                row.outcomes.getOrDefault(Outcome.QUARANTINED, 0L),
                row.outcomes.getOrDefault(Outcome.REJECTED, 0L),
                row.outcomes.getOrDefault(Outcome.FAILED, 0L),
                row.received - decided,
                row.outcomes.getOrDefault(Outcome.SET_ASIDE, 0L));
    }

    private Row row(ChannelName channel, Instant at) {
        return minutes.computeIfAbsent(minute(at), _ -> new TreeMap<>())
                .computeIfAbsent(channel.value(), _ -> new Row());
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
