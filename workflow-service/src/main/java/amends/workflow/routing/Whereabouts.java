package amends.workflow.routing;

import amends.contracts.complaint.AgentId;

import org.jspecify.annotations.Nullable;

/// Where a complaint of the pool stands: waiting at a rank of a lane, or given to an agent.
///
/// @param lane where it waits, also while it is given but not yet taken
/// @param rank its place there
/// @param agent who has it, or is to get it
/// @param taken whether the agent's responsibility is confirmed
record Whereabouts(
        @Nullable Lane lane, @Nullable String rank, @Nullable AgentId agent, boolean taken) {

    static Whereabouts waiting(Lane lane, String rank) {
        return new Whereabouts(lane, rank, null, false);
    }

    static Whereabouts given(AgentId agent) {
        return new Whereabouts(null, null, agent, false);
    }

    static Whereabouts taken(AgentId agent) {
        return new Whereabouts(null, null, agent, true);
    }
}
