package amends.contracts.insight;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Concerns that are the same in different words.
public record ClusterId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClusterId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
