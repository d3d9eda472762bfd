package amends.contracts.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;

/// What the dispatcher of a pool must know to give each waiting complaint to the right agent.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface DispatchEvent {

    /// A complaint waits for an owner; said again when its priority or due time changes.
    record ComplaintWaits(
            ComplaintId complaint,
            QueueName queue,
            SortedSet<Skill> skills,
            int score,
            @Nullable Instant due,
            Instant since)
            implements DispatchEvent {}

    /// An agent is responsible for it now.
    record ComplaintTaken(ComplaintId complaint, AgentId agent) implements DispatchEvent {}

    /// It needs nobody any more, or not from this pool; whoever had it has capacity again.
    record ComplaintLeft(ComplaintId complaint) implements DispatchEvent {}

    record AgentPresenceChanged(AgentId agent, boolean present) implements DispatchEvent {}
}
