package amends.contracts.authority;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// What somebody is in the house, as far as authority goes: `supervisor`.
public record RoleName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoleName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
