package amends.analytics.view;

import amends.analytics.tally.Cell;
import amends.contracts.contact.BrandName;
import amends.contracts.figure.FigureKey;
import amends.contracts.figure.FigureView;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /// What is counted in the wanted cells, in the order of their ids.
    public Listing counted(FigureView view, Predicate<Cell> wanted) {
        return byIds(
                view,
                index.all(view).stream()
                        .filter(id -> wanted.test(Cell.parse(new FigureKey(id))))
                        .toList());
    }

    /// The brands that a view counts apart in the wanted cells.
    public SortedSet<BrandName> brands(FigureView view, Predicate<Cell> wanted) {
        SortedSet<BrandName> brands = new TreeSet<>(Comparator.comparing(BrandName::value));
        for (String id : index.all(view)) {
            Cell cell = Cell.parse(new FigureKey(id));
            if (cell.brand() != null && wanted.test(cell)) {
                brands.add(cell.brand());
            }
        }
        return brands;
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
