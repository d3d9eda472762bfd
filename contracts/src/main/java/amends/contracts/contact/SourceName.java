package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Where a contact came from, more narrowly than its channel: a mailbox, a file, a partner system.
public record SourceName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourceName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
