package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A menu of a telephone or chat system, as that system calls it.
public record MenuName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MenuName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
