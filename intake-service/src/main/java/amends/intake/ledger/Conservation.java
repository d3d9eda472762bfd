package amends.intake.ledger;

import amends.contracts.complaint.Outcome.Disposition;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.ledger.Fate;
import amends.contracts.ledger.InstanceName;
import amends.contracts.ledger.RecordedMinute;
import amends.intake.ledger.MinuteBook.Waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The conservation ledger: by source and minute, received = new + appended + known + quarantined +
/// rejected + set aside + failed + open. What stays open too long is missing.
public final class Conservation {

    /// How long minutes are kept that balance; those that don't, [#LONGEST].
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Duration LONGEST = Duration.ofDays(30);

    /// Contacts that are known by name while they wait; further ones only count.
    private static final int MOST_WAITING = 20_000;

    private static final int MOST_LISTED = 100;

    private final String instance;
    private final Duration patience;
    private final NavigableMap<Long, MinuteBook> books = new TreeMap<>();
    private final Map<Integer, Long> positions = new HashMap<>();
    private int waiting;
    private long tidied;
    private boolean fetched;

    /// @param instance told apart from other intake instances by it
    /// @param patience how long workflow may take to answer
    public Conservation(String instance, Duration patience) {
        this.instance = instance;
        this.patience = patience;
    }

    /// What is open for too long.
    ///
    /// @param count of inputs
    /// @param contacts some of them, the oldest first
    public record Missing(long count, List<MissingContact> contacts) {}

    /// A contact that is on the log, and about which workflow did not say what it made of it.
    public record MissingContact(String contactId, String source, Instant since) {}

    public Ticket ticket(SourceName source, Instant at, String rest) {
        return Ticket.of(instance, at, source, rest);
    }

    public synchronized void received(SourceName source, Instant at) {
        long minute = Ticket.minute(at);
        book(minute).received(Ticket.label(source));
        if (minute > tidied) {
            tidied = minute;
            tidy(at);
        }
    }

    private void tidy(Instant at) {
        if (books.headMap(Ticket.minute(at.minus(KEPT)))
                .values()
                .removeIf(book -> book.open() == 0 || isTooOld(book, at))) {
            countWaiting();
        }
    }

    public synchronized void decided(SourceName source, Instant receivedAt, Fate fate) {
        book(Ticket.minute(receivedAt)).decided(Ticket.label(source), fate);
    }

    /// Workflow will be asked about it.
    public synchronized void waitFor(Ticket ticket, ContactId contact, Instant since) {
        if (waiting < MOST_WAITING) {
            waiting++;
            book(ticket.minute())
                    .waitFor(
                            ticket.correlation(),
                            new Waiting(contact.value(), ticket.source(), since));
        }
    }

    /// It did not become durable, so nobody will answer.
    public synchronized void giveUp(Ticket ticket) {
        endWaiting(ticket);
    }

    /// Books an answer, unless it is another instance's or booked already.
    public synchronized void answered(
            Ticket ticket, Disposition disposition, int partition, long offset) {
        positions.merge(partition, offset + 1, Math::max);
        if (ticket.instance().equals(instance)
                && offset >= book(ticket.minute()).positions().getOrDefault(partition, 0L)) {
            endWaiting(ticket);
            book(ticket.minute()).decided(ticket.source(), Fate.of(disposition));
        }
    }

    /// An answer that is nobody's here.
    public synchronized void passed(int partition, long offset) {
        positions.merge(partition, offset + 1, Math::max);
    }

    /// The newest first.
    public synchronized List<SourceMinute> since(Instant since) {
        return books.tailMap(Ticket.minute(since), true).descendingMap().values().stream()
                .flatMap(book -> book.figures().stream())
                .toList();
    }

    /// How many inputs of a source arrived in some minutes and were taken; those that came again,
    /// were refused, or have to be sent again are not counted.
    ///
    /// @param since when the first of the minutes may begin
    public long distinct(SourceName source, Instant since, Predicate<Instant> minutes) {
        String label = Ticket.label(source);
        return since(since).stream()
                .filter(each -> each.source().equals(label) && minutes.test(each.minute()))
                .mapToLong(SourceMinute::taken)
                .sum();
    }

    public synchronized Missing missing(Instant now) {
        long until = Ticket.minute(now.minus(patience));
        List<MinuteBook> overdue = List.copyOf(books.headMap(until, false).values());
        return new Missing(
                overdue.stream().mapToLong(MinuteBook::open).sum(),
                overdue.stream()
                        .flatMap(book -> book.waiting().values().stream())
                        .flatMap(List::stream)
                        .limit(MOST_LISTED)
                        .map(
                                each ->
                                        new MissingContact(
                                                each.contact(), each.source(), each.since()))
                        .toList());
    }

    /// Whether the books of before a restart are in; answers may be read from then on.
    public synchronized boolean areFetched() {
        return fetched;
    }

    String instance() {
        return instance;
    }

    /// What has to be kept and is not yet; from now on it counts as kept.
    synchronized List<RecordedMinute> changed(Instant at) {
        List<RecordedMinute> changed = new ArrayList<>();
        for (MinuteBook book : books.values()) {
            if (book.isChanged()) {
                changed.add(book.recorded(new InstanceName(instance), at, positions));
                book.saved();
            }
        }
        return changed;
    }

    /// They could not be kept.
    synchronized void notSaved(List<RecordedMinute> minutes) {
        minutes.forEach(each -> book(Ticket.minute(each.minute())).notSaved());
    }

    /// Of the minutes that are kept.
    synchronized Set<String> keys() {
        return books.keySet().stream()
                .map(minute -> RecordedMinute.key(new InstanceName(instance), Ticket.start(minute)))
                .collect(Collectors.toSet());
    }

    /// Goes on from what was kept before a restart. Answers are read again from where the first
    /// minute that waits for any stood.
    synchronized void restore(List<RecordedMinute> kept) {
        for (RecordedMinute each : kept) {
            book(Ticket.minute(each.minute())).restore(each);
        }
        List<MinuteBook> open = books.values().stream().filter(book -> book.open() > 0).toList();
        for (MinuteBook book : open.isEmpty() ? books.values() : open) {
            partitions()
                    .forEach(
                            partition ->
                                    positions.merge(
                                            partition,
                                            book.positions().getOrDefault(partition, 0L),
                                            open.isEmpty() ? Math::max : Math::min));
        }
        countWaiting();
        fetched = true;
    }

    private Set<Integer> partitions() {
        return books.values().stream()
                .flatMap(book -> book.positions().keySet().stream())
                .collect(Collectors.toSet());
    }

    private void countWaiting() {
        waiting =
                books.values().stream()
                        .flatMap(book -> book.waiting().values().stream())
                        .mapToInt(List::size)
                        .sum();
    }

    /// Where to go on reading answers: at the beginning, when none were read yet.
    public synchronized long readFrom(int partition) {
        return positions.getOrDefault(partition, 0L);
    }

    private void endWaiting(Ticket ticket) {
        if (book(ticket.minute()).endWaiting(ticket.correlation())) {
            waiting--;
        }
    }

    private MinuteBook book(long minute) {
        return books.computeIfAbsent(minute, MinuteBook::new);
    }

    private static boolean isTooOld(MinuteBook book, Instant at) {
        return book.minute() < Ticket.minute(at.minus(LONGEST));
    }
}
