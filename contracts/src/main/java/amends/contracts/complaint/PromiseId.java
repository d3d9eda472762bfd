package amends.contracts.complaint;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// One promise within a complaint.
public record PromiseId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromiseId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
