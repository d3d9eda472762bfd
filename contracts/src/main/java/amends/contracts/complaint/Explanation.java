package amends.contracts.complaint;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A sentence of the product's own, free of personal data, for the person who asked.
public record Explanation(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Explanation {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
