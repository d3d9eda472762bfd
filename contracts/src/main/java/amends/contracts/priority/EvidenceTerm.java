package amends.contracts.priority;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A word of a policy that was found in what the customer said.
public record EvidenceTerm(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EvidenceTerm {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
