package amends.analytics.view;

import amends.contracts.figure.FigureView;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What queries read.
@Component
public final class Figures {

    private final FigureStore store;
    private final FigureIndex index;

    Figures(FigureStore store, FigureIndex index) {
        this.store = store;
        this.index = index;
    }

    /// Figures as people see them.
    ///
    /// @param asOf when the newest figure of the view was computed; absent while there is none
    public record Listing(@Nullable Instant asOf, List<? extends Map<String, Object>> items)
            implements FigureTable {

        @Override
        public Listing only(Predicate<Map<String, Object>> wanted) {
            return new Listing(asOf, items.stream().filter(wanted).toList());
        }
    }

    /// Tells those who watch of all figures of a view that are stored already.
    public void recall(FigureView view) {
        store.recall(view);
    }

    /// All figures of a view whose id starts with the prefix, in the order of their ids.
    public Listing startingWith(FigureView view, String prefix) {
        return byIds(view, index.startingWith(view, prefix));
    }

    public Listing byIds(FigureView view, List<String> ids) {
        return new Listing(asOf(view), ids.isEmpty() ? List.of() : store.byIds(view, ids));
    }

    public Optional<Document> byId(FigureView view, String id) {
        return Optional.ofNullable(store.byId(view, id));
    }

    public @Nullable Instant asOf(FigureView view) {
        return index.newest(view);
    }
}
