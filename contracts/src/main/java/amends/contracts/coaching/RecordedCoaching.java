package amends.contracts.coaching;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.wire.Message;

import java.time.Instant;

/// A coaching event with the agent whom it is for and who brought it about.
public record RecordedCoaching(AgentId agent, Instant at, Actor by, CoachingEvent event)
        implements Message {

    @Override
    public String key() {
        return agent.value();
    }

    @Override
    public String messageId() {
        return agent
                + ":"
                + switch (event) {
                    case CoachingEvent.CoachingNoted noted -> noted.note();
                };
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
