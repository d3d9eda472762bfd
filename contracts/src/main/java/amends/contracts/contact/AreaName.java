package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A place no finer than a region or prefecture.
public record AreaName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AreaName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
