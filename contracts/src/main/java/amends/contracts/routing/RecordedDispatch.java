package amends.contracts.routing;

import amends.contracts.wire.Message;

import java.time.Instant;

/// A dispatch event for one pool.
public record RecordedDispatch(PoolName pool, Instant at, DispatchEvent event) implements Message {

    @Override
    public String key() {
        return pool.value();
    }

    @Override
    public String messageId() {
        return pool + ":" + subject() + ":" + type() + "@" + at;
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }

    private String subject() {
        return switch (event) {
            case DispatchEvent.ComplaintWaits e -> e.complaint().value();
            case DispatchEvent.ComplaintTaken e -> e.complaint().value();
            case DispatchEvent.ComplaintLeft e -> e.complaint().value();
            case DispatchEvent.AgentPresenceChanged e -> e.agent().value();
            case DispatchEvent.NextWished e -> e.correlation().value();
        };
    }
}
