package amends.contracts.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;

/// What the dispatcher of a pool must know to give each waiting complaint to the right agent.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface DispatchEvent {

    /// A complaint waits for an owner; said again when its priority or due time changes.
    ///
    /// @param levels the lowest level of those skills that must be mastered better than at all
    /// @param channel absent: unknown
    /// @param customer absent: nobody who would be known again
    /// @param earlierOwner who had it before and is to be asked first
    record ComplaintWaits(
            ComplaintId complaint,
            QueueName queue,
            SortedSet<Skill> skills,
            int score,
            @Nullable Instant due,
            Instant since,
            @Nullable SortedMap<Skill, Integer> levels,
            @Nullable ChannelName channel,
            @Nullable CustomerId customer,
            @Nullable AgentId earlierOwner)
            implements DispatchEvent {}

    /// An agent is responsible for it now.
    ///
    /// @param handedOver present when somebody handed it over to him: what it needs, so that the
    ///   pool can judge whether he can have it
    record ComplaintTaken(
            ComplaintId complaint,
            AgentId agent,
            @Nullable QueueName queue,
            @Nullable ChannelName channel,
            @Nullable CustomerId customer,
            @Nullable Needed handedOver)
            implements DispatchEvent {

        public ComplaintTaken(
                ComplaintId complaint,
                AgentId agent,
                @Nullable QueueName queue,
                @Nullable ChannelName channel,
                @Nullable CustomerId customer) {
            this(complaint, agent, queue, channel, customer, null);
        }
    }

    /// It needs nobody any more, or not from this pool; whoever had it has capacity again.
    record ComplaintLeft(ComplaintId complaint) implements DispatchEvent {}

    /// @param presence how exactly; absent: present or offline
    record AgentPresenceChanged(AgentId agent, boolean present, @Nullable Presence presence)
            implements DispatchEvent {}

    /// An agent asks for the next complaint; the answer is an outcome under this correlation.
    record NextWished(AgentId agent, CorrelationId correlation) implements DispatchEvent {}
}
