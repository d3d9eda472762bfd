package amends.contracts.routing;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The agents who serve one or more queues.
public record PoolName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PoolName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
