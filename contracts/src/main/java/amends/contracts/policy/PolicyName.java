package amends.contracts.policy;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A policy, for example `sla`, `priority`, `routing` or `calendar.tokyo`.
public record PolicyName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
