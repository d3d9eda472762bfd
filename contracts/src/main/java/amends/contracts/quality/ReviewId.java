package amends.contracts.quality;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// One review of how a complaint was handled.
public record ReviewId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReviewId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
