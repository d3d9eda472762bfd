package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The brand or company that the customer complains to.
public record BrandName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BrandName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
