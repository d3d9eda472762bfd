package amends.workflow.priority;

import amends.contracts.insight.Insight.CustomerComplainsAgain;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Optional;

/// The customer had other complaints before, as analytics counted them.
record ComplainsAgainFactor(FactorName factor, List<CountSteps.Step> steps) implements Factor {

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        return situation.insight() instanceof CustomerComplainsAgain(int complaints)
                ? new CountSteps(steps).weigh(factor, complaints, "complaints")
                : situation.earlier(factor);
    }
}
