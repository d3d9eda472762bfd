package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.PoolName;

import java.util.List;

/// The agents who serve the same queues.
public record Pool(PoolName pool, List<Agent> agents) {

    public Pool {
        agents = List.copyOf(agents);
        List<AgentId> ids = agents.stream().map(Agent::id).toList();
        if (ids.stream().distinct().count() < ids.size()) {
            throw new IllegalArgumentException("pool " + pool + ": name each agent once");
        }
    }
}
