package amends.contracts.complaint;

import amends.contracts.wire.Message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A command on its way: for which complaint, from whom, when.
///
/// @param expectedVersion the version the wisher saw; another one makes the command stale. Absent:
///   any.
public record CommandRequest(
        ComplaintId complaintId,
        CorrelationId correlation,
        Instant at,
        Actor actor,
        @Nullable Long expectedVersion,
        ComplaintCommand command)
        implements Message {

    @Override
    public String key() {
        return complaintId.value();
    }

    @Override
    public String messageId() {
        return correlation.value();
    }

    @Override
    public String type() {
        return command.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
