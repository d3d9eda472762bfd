package amends.contracts.access;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A password, made unreadable, with the name of the method before it in braces.
public record PasswordHash(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PasswordHash {
        TypedName.checked(value);
    }

    /// Kept out of logs.
    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
