package amends.workflow.routing;

import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;

import java.util.Optional;

/// Sends the complaints that fit to a queue.
///
/// @param skills needed besides the language's
record RoutingRule(
        RoutingRuleName rule,
        Optional<Condition> when,
        QueueName queue,
        PoolName pool,
        Optional<SkillLevels> skills) {

    boolean fits(Traits traits) {
        return when.isEmpty() || when.get().holds(traits);
    }

    SkillLevels needed() {
        return skills.orElse(SkillLevels.NONE);
    }
}
