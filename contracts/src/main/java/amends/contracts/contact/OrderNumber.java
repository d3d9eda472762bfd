package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// An order, contract or case number that the customer or a partner quoted.
public record OrderNumber(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderNumber {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
