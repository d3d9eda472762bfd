package amends.contracts.complaint;

import amends.contracts.wire.Message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An event in its place on the log: the n-th of its complaint, when, by whom and because of what.
///
/// @param version counts the complaint's events from 1 without gaps
public record RecordedEvent(
        ComplaintId complaintId,
        long version,
        Instant at,
        Actor actor,
        @Nullable CorrelationId cause,
        ComplaintEvent event)
        implements Message {

    @Override
    public String key() {
        return complaintId.value();
    }

    @Override
    public String messageId() {
        return complaintId + ":" + version;
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
