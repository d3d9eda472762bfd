package amends.contracts.routing;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Where complaints of a kind wait for a person.
public record QueueName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QueueName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
