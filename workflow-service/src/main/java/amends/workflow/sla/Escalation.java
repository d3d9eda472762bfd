package amends.workflow.sla;

import amends.contracts.sla.EscalationAction;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// A level of escalation: when so much of a clock's time is over, these actions follow.
public record Escalation(int atPercent, Set<EscalationAction> actions) {

    private static final int LATEST = 1_000;

    public Escalation {
        actions = Set.copyOf(actions);
        if (atPercent < 1 || atPercent > LATEST || actions.isEmpty()) {
            throw new IllegalArgumentException(
                    "an escalation has atPercent from 1 to %d, and actions".formatted(LATEST));
        }
    }

    SortedSet<EscalationAction> inOrder() {
        return new TreeSet<>(actions);
    }
}
