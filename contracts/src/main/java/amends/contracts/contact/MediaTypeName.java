package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// An Internet media type, for example `message/rfc822`.
public record MediaTypeName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MediaTypeName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
