package amends.workflow.typology;

import amends.contracts.contact.CustomerTier;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;
import java.util.Set;

/// The level of service that the customer is entitled to.
record TierSign(SignName sign, int points, Set<CustomerTier> tiers) implements Sign {

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        CustomerTier tier = seen.now().tier();
        return tiers.contains(tier) ? List.of(new EvidenceTerm(tier.value())) : List.of();
    }
}
