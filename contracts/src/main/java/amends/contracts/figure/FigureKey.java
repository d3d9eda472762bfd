package amends.contracts.figure;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The id of a figure within its view.
public record FigureKey(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FigureKey {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
