package amends.contracts.complaint;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Ties an outcome to the command or contact that asked for it.
public record CorrelationId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CorrelationId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
