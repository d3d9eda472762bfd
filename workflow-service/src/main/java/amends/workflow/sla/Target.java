package amends.workflow.sla;

import amends.contracts.contact.CustomerTier;
import amends.contracts.priority.PriorityLevel;

import java.util.Set;

/// How much time a clock gives. Without `levels` or `tiers` it is for all of them.
public record Target(Set<PriorityLevel> levels, Set<CustomerTier> tiers, Span within) {

    public Target {
        levels = Set.copyOf(levels);
        tiers = Set.copyOf(tiers);
    }

    boolean isFor(PriorityLevel level, CustomerTier tier) {
        return (levels.isEmpty() || levels.contains(level))
                && (tiers.isEmpty() || tiers.contains(tier));
    }

    boolean isForAll() {
        return levels.isEmpty() && tiers.isEmpty();
    }

    boolean isPromised() {
        return within instanceof Span.Promised;
    }
}
