package amends.analytics.view;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// An answer that can also be given as a table.
public interface FigureTable {

    /// Its rows, each with the same kind of fields.
    List<? extends Map<String, Object>> items();

    /// The same with some of its rows.
    default FigureTable only(Predicate<Map<String, Object>> wanted) {
        return () -> items().stream().filter(wanted).toList();
    }
}
