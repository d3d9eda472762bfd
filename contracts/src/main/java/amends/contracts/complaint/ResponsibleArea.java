package amends.contracts.complaint;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The part of the company, or the third party, where the cause lies.
public record ResponsibleArea(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ResponsibleArea {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
