package amends.contracts.complaint;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// An employee who can be responsible for a complaint.
public record AgentId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgentId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
