package amends.workflow.priority;

import amends.contracts.insight.ClusterId;
import amends.contracts.insight.Insight.ConcernRising;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Optional;

/// Ever more customers share the concern.
record RisingFactor(FactorName factor, List<CountSteps.Step> steps) implements Factor {

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        return situation.insight() instanceof ConcernRising(ClusterId ignored, int customers)
                ? new CountSteps(steps).weigh(factor, customers, "customers")
                : situation.earlier(factor);
    }
}
