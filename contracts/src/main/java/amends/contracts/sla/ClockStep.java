package amends.contracts.sla;

import java.time.Instant;
import java.util.SortedSet;

/// Something due on the way of a clock: a warning, or a level of escalation when it has actions.
///
/// @param percent of the clock's time; more than 100 is after its target
public record ClockStep(int percent, Instant at, SortedSet<EscalationAction> actions) {

    public boolean isWarning() {
        return actions.isEmpty();
    }
}
