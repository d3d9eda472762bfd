package amends.analytics.recurrence;

import java.util.Map;
import java.util.function.UnaryOperator;

/// What others know of recurring concerns.
public interface ClusterNotes {

    String NO_SUCH_CONCERN =
            "No recurring concern has this id; the list at /analytics/recurrence names those there"
                    + " are";

    /// Adds it to a cluster's document.
    UnaryOperator<Map<String, Object>> telling();
}
