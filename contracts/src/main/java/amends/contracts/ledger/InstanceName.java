package amends.contracts.ledger;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Tells one running intake from others beside it.
public record InstanceName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstanceName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
