package amends.contracts.priority;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A reason that raises or lowers a priority, for example `danger-to-people`.
public record FactorName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FactorName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
