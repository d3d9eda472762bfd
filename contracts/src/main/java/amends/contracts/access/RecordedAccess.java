package amends.contracts.access;

import amends.contracts.complaint.Actor;
import amends.contracts.wire.Message;

import java.time.Instant;

/// A user or key as it is from now on, and who decided so. Secrets are on it as hashes only.
public record RecordedAccess(Subject subject, Instant at, Actor by, AccessState state)
        implements Message {

    @Override
    public String key() {
        return subject.value();
    }

    @Override
    public String messageId() {
        return subject + "@" + at;
    }

    @Override
    public String type() {
        return state.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
