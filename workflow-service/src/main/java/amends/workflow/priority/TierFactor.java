package amends.workflow.priority;

import amends.contracts.contact.CustomerTier;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The customer is entitled to a better service. Tiers that are not named add nothing.
record TierFactor(FactorName factor, Map<CustomerTier, Integer> points) implements Factor {

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        CustomerTier tier = situation.tier();
        return Optional.ofNullable(points.get(tier))
                .map(p -> new PriorityFactor(factor, p, List.of(new EvidenceTerm(tier.value()))));
    }
}
