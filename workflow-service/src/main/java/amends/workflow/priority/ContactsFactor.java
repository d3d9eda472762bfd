package amends.workflow.priority;

import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Optional;

/// The customer had to come back about the same matter.
record ContactsFactor(FactorName factor, List<CountSteps.Step> steps) implements Factor {

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        return new CountSteps(steps).weigh(factor, situation.contacts(), "contacts");
    }
}
