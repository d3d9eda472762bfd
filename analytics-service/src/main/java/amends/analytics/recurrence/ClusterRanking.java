package amends.analytics.recurrence;

import amends.analytics.view.FigureWatcher;
import amends.contracts.figure.FigureView;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/// The recurring concerns in the order of how many different customers share them.
@Component
final class ClusterRanking implements FigureWatcher {

    /// What a list needs to know of a cluster before it reads it.
    record Entry(
            String id,
            String product,
            int distinctCustomers,
            boolean rising,
            int recentCustomers,
            LocalDate lastDay) {

        static final Comparator<Entry> ORDER =
                Comparator.comparingInt(Entry::distinctCustomers)
                        .reversed()
                        .thenComparing(Entry::id);

        static @Nullable Entry of(String id, Document document) {
            Document trend = document.get("trend", Document.class);
            return trend == null
                    ? null
                    : new Entry(
                            id,
                            document.getString("product"),
                            document.getInteger("distinctCustomers"),
                            trend.getBoolean("rising"),
                            trend.getInteger("recentCustomers"),
                            LocalDate.parse(document.getString("lastDay")));
        }
    }

    private final Map<String, Entry> byId = new ConcurrentHashMap<>();
    private final NavigableSet<Entry> ranking = new ConcurrentSkipListSet<>(Entry.ORDER);

    @Override
    public synchronized void taken(
            FigureView view, String id, Instant computedAt, Document document) {
        if (view.equals(ClusterFigure.VIEW)) {
            Entry former = byId.remove(id);
            if (former != null) {
                ranking.remove(former);
            }
            Entry entry = Entry.of(id, document);
            if (entry != null) {
                byId.put(id, entry);
                ranking.add(entry);
            }
        }
    }

    /// The newest day of which any cluster tells.
    LocalDate newestDay() {
        return ranking.stream()
                .map(Entry::lastDay)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    List<String> first(int limit, Predicate<Entry> wanted) {
        return ranking.stream().filter(wanted).limit(limit).map(Entry::id).toList();
    }
}
