package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// When a customer counts as sent round in circles, and who then has the authority to end it.
///
/// @param handovers the handover, counted from 1, that leads to authority instead
/// @param menus the visit to the same menu, counted from 1, that does so; absent: menus don't count
/// @param skills what shows authority in the pool
public record Circles(
        int handovers,
        Optional<Integer> menus,
        QueueName queue,
        PoolName pool,
        Optional<SkillLevels> skills) {

    public Circles {
        if (handovers < 1) {
            throw new IllegalArgumentException("circles: handovers is 1 or more");
        }
        if (menus.filter(visit -> visit < 2).isPresent()) {
            throw new IllegalArgumentException("circles: menus is 2 or more, or left out");
        }
    }

    SkillLevels needed() {
        return skills.orElse(SkillLevels.NONE);
    }

    Set<AgentId> withAuthority(Pool serving) {
        SkillLevels needed = needed();
        return serving.agents().stream()
                .filter(agent -> agent.mastered().meet(needed.levels().keySet(), needed.levels()))
                .map(Agent::id)
                .collect(Collectors.toSet());
    }
}
