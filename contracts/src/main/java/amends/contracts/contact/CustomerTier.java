package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The level of service that a customer is entitled to, for example `standard` or `premium`.
public record CustomerTier(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerTier {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
