package amends.contracts.complaint;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Who of a kind of actor did something: an agent's id, a service, an integration's key name.
public record ActorName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActorName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
