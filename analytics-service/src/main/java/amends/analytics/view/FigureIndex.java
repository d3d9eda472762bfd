package amends.analytics.view;

import amends.contracts.figure.FigureView;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Which figures there are, in order, so that lists ask the database for ids alone.
@Component
final class FigureIndex implements FigureWatcher {

    private final Set<FigureView> listed;
    private final Map<FigureView, NavigableMap<String, Instant>> ids = new ConcurrentHashMap<>();

    FigureIndex(List<FigureView> views) {
        listed = Set.copyOf(views);
    }

    @Override
    public void taken(FigureView view, String id, Instant computedAt, Document document) {
        if (listed.contains(view)) {
            ids.computeIfAbsent(view, _ -> new ConcurrentSkipListMap<>()).put(id, computedAt);
        }
    }

    List<String> all(FigureView view) {
        return List.copyOf(of(view).keySet());
    }

    @Nullable Instant newest(FigureView view) {
        return of(view).values().stream().max(Instant::compareTo).orElse(null);
    }

    private NavigableMap<String, Instant> of(FigureView view) {
        return ids.getOrDefault(view, new ConcurrentSkipListMap<>());
    }
}
