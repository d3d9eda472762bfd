package amends.contracts.customer;

import amends.contracts.contact.CustomerId;
import amends.contracts.name.Crockford;
import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The link between two customers; the same in whatever order they are named.
public record CustomerLinkId(String value) implements TypedName {

    private static final int LENGTH = 26;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerLinkId {
        TypedName.checked(value);
    }

    public static CustomerLinkId of(CustomerId one, CustomerId other) {
        boolean inOrder = one.value().compareTo(other.value()) <= 0;
        return new CustomerLinkId(
                Crockford.hash(
                        LENGTH,
                        "customer-link",
                        inOrder ? one.value() : other.value(),
                        inOrder ? other.value() : one.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
