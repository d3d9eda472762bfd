package amends.contracts.quarantine;

import amends.contracts.contact.SourceName;
import amends.contracts.wire.Message;

import java.time.Instant;

/// A quarantine event with the input and the source that it is about.
public record RecordedQuarantine(
        QuarantineId id, SourceName source, Instant at, QuarantineEvent event) implements Message {

    @Override
    public String key() {
        return source.value();
    }

    @Override
    public String messageId() {
        String message = id + ":" + type();
        return event instanceof QuarantineEvent.InputEdited ? message + "@" + at : message;
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
