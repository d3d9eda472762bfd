package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// SHA-256 of some bytes, in hexadecimal digits.
public record ContentHash(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContentHash {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
