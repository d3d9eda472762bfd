package amends.analytics.behind;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.KnownComplaint;
import amends.analytics.tally.Cell;
import amends.analytics.tally.CountedIn;
import amends.analytics.tally.Question;
import amends.analytics.view.FigureWatcher;
import amends.contracts.figure.FigureView;
import amends.contracts.wire.Wire;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which complaints each figure counts, newest first, told by the very questions that make the
/// figures. Complaints that count alike lie on one shelf. Only the newest are known, so that memory
/// stays the same however many there are.
@Component
final class Behind implements FigureWatcher {

    private record Shelf(CountedIn countedIn, NavigableSet<Key> keys) {}

    private record Known(long version, Key key, Shelf shelf) {}

    private final List<Question> questions;
    private final int most;
    private final Map<String, Known> byId = new HashMap<>();
    private final NavigableSet<Key> newestFirst = new TreeSet<>();
    private final Map<CountedIn, Shelf> shelves = new HashMap<>();
    private boolean anyLeftOut;

    Behind(List<Question> questions, @Value("${amends.analytics.behind}") int most) {
        this.questions = List.copyOf(questions);
        this.most = most;
    }

    @Override
    public void taken(FigureView view, String id, Instant computedAt, Document document) {
        if (view.equals(KnownComplaint.VIEW)) {
            take(Wire.mapper().convertValue(document, KnownComplaint.class));
        }
    }

    synchronized void take(KnownComplaint complaint) {
        ComplaintFacts facts = complaint.facts();
        String id = complaint.complaint().value();
        Known before = byId.get(id);
        if (before != null && before.version() >= facts.version()) {
            return;
        }
        if (before != null) {
            remove(before);
        }
        Key key = new Key(facts.origin().receivedAt().toEpochMilli(), id);
        Shelf shelf =
                shelves.computeIfAbsent(
                        CountedIn.of(questions, facts), it -> new Shelf(it, new TreeSet<>()));
        byId.put(id, new Known(facts.version(), key, shelf));
        newestFirst.add(key);
        shelf.keys().add(key);
        if (newestFirst.size() > most) {
            anyLeftOut = true;
            Known oldest = byId.get(newestFirst.last().id());
            if (oldest != null) {
                remove(oldest);
            }
        }
    }

    private void remove(Known known) {
        byId.remove(known.key().id());
        newestFirst.remove(known.key());
        Shelf shelf = known.shelf();
        if (shelf.keys().remove(known.key()) && shelf.keys().isEmpty()) {
            shelves.remove(shelf.countedIn());
        }
    }

    /// Whether older complaints were left out.
    synchronized boolean isLeavingOut() {
        return anyLeftOut;
    }

    /// The newest complaints of a figure behind `after`.
    ///
    /// @param wanted looks at the counters that the figure counts a complaint under
    synchronized List<Key> page(
            FigureView view,
            Cell cell,
            Predicate<Set<String>> wanted,
            @Nullable Key after,
            int limit) {
        NavigableSet<Key> page = new TreeSet<>();
        shelves.forEach(
                (countedIn, shelf) -> {
                    Set<String> counters = countedIn.in(view, cell);
                    if (!counters.isEmpty() && wanted.test(counters)) {
                        NavigableSet<Key> keys = shelf.keys();
                        fill(page, after == null ? keys : keys.tailSet(after, false), limit);
                    }
                });
        return List.copyOf(page);
    }

    private static void fill(NavigableSet<Key> page, NavigableSet<Key> shelf, int limit) {
        for (Key key : shelf) {
            if (page.size() == limit && key.compareTo(page.last()) > 0) {
                return;
            }
            page.add(key);
            if (page.size() > limit) {
                page.pollLast();
            }
        }
    }
}
