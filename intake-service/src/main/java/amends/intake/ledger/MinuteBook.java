package amends.intake.ledger;

import amends.contracts.complaint.CorrelationId;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.ledger.Fate;
import amends.contracts.ledger.InstanceName;
import amends.contracts.ledger.RecordedMinute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What arrived in one minute, by source, and what became of it; guarded by [Conservation].
final class MinuteBook {

    /// Sources that have rows of their own; further ones share one.
    private static final int MOST_SOURCES = 100;

    private static final String OTHERS = "(others)";

    private static final class Row {
        private long received;
        private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);

        private long open() {
            return received - fates.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// A contact whose answer is waited for.
    record Waiting(String contact, String source, Instant since) {}

    private final long minute;
    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, List<Waiting>> waiting = new LinkedHashMap<>();

    /// Answers before these positions are booked already.
    private final Map<Integer, Long> positions = new HashMap<>();

    private boolean changed;

    MinuteBook(long minute) {
        this.minute = minute;
    }

    long minute() {
        return minute;
    }

    void received(String source) {
        row(source).received++;
        changed = true;
    }

    /// What is answered was received, even if a crash took the count away.
    void decided(String source, Fate fate) {
        Row row = row(source);
        if (row.open() == 0) {
            row.received++;
        }
        row.fates.merge(fate, 1L, Long::sum);
        changed = true;
    }

    void waitFor(String correlation, Waiting contact) {
        waiting.computeIfAbsent(correlation, _ -> new ArrayList<>()).add(contact);
        changed = true;
    }

    /// @return whether somebody waited
    boolean endWaiting(String correlation) {
        List<Waiting> same = waiting.get(correlation);
        if (same == null) {
            return false;
        }
        same.removeLast();
        if (same.isEmpty()) {
            waiting.remove(correlation);
        }
        changed = true;
        return true;
    }

    long open() {
        return rows.values().stream().mapToLong(Row::open).sum();
    }

    List<SourceMinute> figures() {
        return rows.entrySet().stream()
                .map(
                        each ->
                                SourceMinute.of(
                                        minute,
                                        each.getKey(),
                                        each.getValue().received,
                                        each.getValue().fates))
                .toList();
    }

    /// As it is kept.
    ///
    /// @param answeredUntil answers before these positions are booked in it
    RecordedMinute recorded(InstanceName instance, Instant at, Map<Integer, Long> answeredUntil) {
        return new RecordedMinute(
                instance,
                Ticket.start(minute),
                at,
                rows.entrySet().stream()
                        .map(
                                each ->
                                        new RecordedMinute.Row(
                                                new SourceName(each.getKey()),
                                                each.getValue().received,
                                                each.getValue().fates))
                        .toList(),
                waiting.entrySet().stream()
                        .flatMap(
                                same ->
                                        same.getValue().stream()
                                                .map(each -> recorded(same.getKey(), each)))
                        .toList(),
                answeredUntil);
    }

    private static RecordedMinute.Waiting recorded(String correlation, Waiting each) {
        return new RecordedMinute.Waiting(
                new CorrelationId(correlation),
                new ContactId(each.contact()),
                new SourceName(each.source()),
                each.since());
    }

    /// Takes over what was kept before a restart.
    void restore(RecordedMinute kept) {
        boolean more = changed;
        for (RecordedMinute.Row each : kept.rows()) {
            Row row = row(each.source().value());
            row.received += each.received();
            each.fates().forEach((fate, count) -> row.fates.merge(fate, count, Long::sum));
        }
        for (RecordedMinute.Waiting each : kept.waiting()) {
            waitFor(
                    each.correlation().value(),
                    new Waiting(each.contact().value(), each.source().value(), each.since()));
        }
        positions.putAll(kept.answeredUntil());
        changed = more;
    }

    Map<String, List<Waiting>> waiting() {
        return waiting;
    }

    Map<Integer, Long> positions() {
        return positions;
    }

    boolean isChanged() {
        return changed;
    }

    void saved() {
        changed = false;
    }

    void notSaved() {
        changed = true;
    }

    private Row row(String source) {
        return rows.computeIfAbsent(
                rows.containsKey(source) || rows.size() < MOST_SOURCES ? source : OTHERS,
                _ -> new Row());
    }
}
