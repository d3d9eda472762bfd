package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Where a complaint of the pool stands: waiting at a rank of a lane, or given to an agent.
///
/// @param lane where it waits
/// @param rank its place there
/// @param agent who has it, or is to get it
/// @param taken whether the agent's responsibility is confirmed
/// @param keptUntil how long it is kept for the lane's preferred agent
/// @param kind what it counts as with the agent
/// @param queue where it came from to him
record Whereabouts(
        @Nullable Lane lane,
        @Nullable String rank,
        @Nullable AgentId agent,
        boolean taken,
        @Nullable Instant keptUntil,
        @Nullable ChannelKind kind,
        @Nullable QueueName queue) {

    static Whereabouts waiting(Lane lane, String rank, @Nullable Instant keptUntil) {
        return new Whereabouts(lane, rank, null, false, keptUntil, null, null);
    }

    static Whereabouts given(AgentId agent, ChannelKind kind) {
        return new Whereabouts(null, null, agent, false, null, kind, null);
    }

    static Whereabouts taken(AgentId agent, ChannelKind kind, @Nullable QueueName queue) {
        return new Whereabouts(null, null, agent, true, null, kind, queue);
    }

    /// Given to somebody who has not taken it yet.
    boolean isOnItsWay() {
        return agent != null && !taken;
    }

    ChannelKind countedAs() {
        return kind == null ? ChannelKind.WRITTEN : kind;
    }
}
