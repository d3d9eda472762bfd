package amends.contracts.access;

import amends.contracts.complaint.Actor;
import amends.contracts.wire.Message;

import java.time.Instant;

/// One line of the audit trail, kept for ever: what happened to whose access, by whom, when, and
/// from how far away.
public record RecordedAudit(
        Subject subject, Instant at, Actor by, AddressKind from, AuditEvent event)
        implements Message {

    @Override
    public String key() {
        return subject.value();
    }

    @Override
    public String messageId() {
        return subject + ":" + type() + "@" + at;
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
