package amends.workflow.routing;

import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;
import amends.contracts.routing.Skill;

import java.util.Optional;
import java.util.Set;

/// Sends the complaints that fit to a queue.
///
/// @param skills needed besides the language's
record RoutingRule(
        RoutingRuleName rule,
        Optional<Condition> when,
        QueueName queue,
        PoolName pool,
        Set<Skill> skills) {

    boolean fits(Traits traits) {
        return when.isEmpty() || when.get().holds(traits);
    }
}
