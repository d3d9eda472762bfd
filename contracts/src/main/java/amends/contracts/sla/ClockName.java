package amends.contracts.sla;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// What a clock measures, for example `acknowledgement` or `resolution`.
public record ClockName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClockName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
