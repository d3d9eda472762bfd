package amends.contracts.figure;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The view, and the MongoDB collection, that a figure belongs to.
public record FigureView(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FigureView {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
