package amends.contracts.access;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The secret of an API key, made unreadable: SHA-256 in hexadecimal digits.
public record SecretHash(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SecretHash {
        TypedName.checked(value);
    }

    /// Kept out of logs.
    @Override
    public String toString() {
        return "SecretHash[…]";
    }
}
