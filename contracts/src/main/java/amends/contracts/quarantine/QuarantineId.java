package amends.contracts.quarantine;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// One input that could not be understood; derived from its source and content.
public record QuarantineId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QuarantineId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
