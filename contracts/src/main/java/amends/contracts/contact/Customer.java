package amends.contracts.contact;

import amends.contracts.personal.AccountHandle;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.PersonName;
import amends.contracts.personal.PhoneNumber;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The complainant as far as a contact shows him.
public record Customer(
        CustomerId id,
        IdentifiedBy identifiedBy,
        @Nullable PersonName name,
        List<EmailAddress> emails,
        List<PhoneNumber> phones,
        List<AccountHandle> accounts,
        @Nullable AreaName area,
        CustomerTier tier) {

    public Customer {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        accounts = List.copyOf(accounts);
    }

    /// The same as far as he is shown, but another.
    public Customer as(CustomerId other) {
        return new Customer(other, identifiedBy, name, emails, phones, accounts, area, tier);
    }
}
