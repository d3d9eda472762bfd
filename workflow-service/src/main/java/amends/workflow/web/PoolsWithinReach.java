package amends.workflow.web;

import amends.contracts.access.Reach;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.identity.Identity;
import amends.contracts.routing.PoolName;
import amends.workflow.routing.Pool;
import amends.workflow.stream.PolicyBook;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.function.Predicate;

/// The pools whose agents somebody may see: himself everywhere, others where his queues are served.
@Component
final class PoolsWithinReach {

    private final PolicyBook policies;

    PoolsWithinReach(PolicyBook policies) {
        this.policies = policies;
    }

    /// @param agent who is asked for; absent: all
    Predicate<Pool> of(@Nullable AgentId agent, Identity who) {
        Predicate<Pool> asked =
                pool ->
                        agent == null
                                || pool.agents().stream().anyMatch(each -> each.id().equals(agent));
        Reach reach = who.reach();
        boolean himself = agent != null && who.actor().equals(Actor.agent(agent));
        if (himself || reach.seesAll()) {
            return asked;
        }
        if (!reach.brands().isEmpty()) {
            throw Problems.of(
                    HttpStatus.FORBIDDEN,
                    "Agents are not told apart by brand: whoever is limited to brands can ask for"
                            + " himself, by ?id=");
        }
        Set<PoolName> serving = policies.current().routing().serving(reach.queues());
        return asked.and(pool -> serving.contains(pool.pool()));
    }
}
