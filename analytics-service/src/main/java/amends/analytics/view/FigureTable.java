package amends.analytics.view;

import java.util.List;
import java.util.Map;

/// An answer that can also be given as a table.
public interface FigureTable {

    /// Its rows, each with the same kind of fields.
    List<? extends Map<String, Object>> items();
}
