package amends.workflow.view;

import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.personal.PersonName;

import org.jspecify.annotations.Nullable;

/// The complainant, as short as the board needs.
public record CustomerRow(CustomerId id, @Nullable PersonName name, CustomerTier tier) {

    static CustomerRow of(Customer customer) {
        return new CustomerRow(customer.id(), customer.name(), customer.tier());
    }

    /// The same as far as he is shown, but another.
    CustomerRow as(CustomerId other) {
        return new CustomerRow(other, name, tier);
    }
}
