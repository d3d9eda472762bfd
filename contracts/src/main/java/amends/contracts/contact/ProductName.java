package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A product or service in the words of the brand's catalogue or of the customer.
public record ProductName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
