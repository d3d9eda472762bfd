package amends.workflow.priority;

import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Optional;

/// A clock that waited too long asked for more attention; it stays so.
record EscalationFactor(FactorName factor, int points) implements Factor {

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        return situation.escalated()
                ? Optional.of(new PriorityFactor(factor, points, List.of()))
                : situation.earlier(factor);
    }
}
