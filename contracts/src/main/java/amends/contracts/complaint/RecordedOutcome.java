package amends.contracts.complaint;

import amends.contracts.wire.Message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An outcome with the correlation id of what it answers.
///
/// @param complaintId absent when it is about none
public record RecordedOutcome(
        CorrelationId correlation, @Nullable ComplaintId complaintId, Instant at, Outcome outcome)
        implements Message {

    @Override
    public String key() {
        return correlation.value();
    }

    @Override
    public String messageId() {
        return correlation.value();
    }

    @Override
    public String type() {
        return outcome.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
