package amends.intake.normalise;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.personal.AccountHandle;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.PhoneNumber;

import java.util.List;
import java.util.Locale;

/// The strongest thing known about a complainant; see [IdentifiedBy] for the order.
record CustomerIdentity(IdentifiedBy by, String identity) {

    static CustomerIdentity strongest(
            List<AccountHandle> accounts,
            List<EmailAddress> emails,
            List<PhoneNumber> phones,
            List<String> statedFacts,
            ContactId contact) {
        if (!accounts.isEmpty()) {
            return new CustomerIdentity(IdentifiedBy.ACCOUNT, accounts.getFirst().value());
        }
        if (!emails.isEmpty()) {
            return new CustomerIdentity(
                    IdentifiedBy.EMAIL, emails.getFirst().value().toLowerCase(Locale.ROOT));
        }
        if (!phones.isEmpty()) {
            return new CustomerIdentity(IdentifiedBy.PHONE, phones.getFirst().value());
        }
        if (!statedFacts.isEmpty()) {
            return new CustomerIdentity(
                    IdentifiedBy.STATED_FACTS,
                    String.join("\n", statedFacts.stream().map(PlainText::ofPlain).toList()));
        }
        return new CustomerIdentity(IdentifiedBy.CONTACT_ALONE, contact.value());
    }

    CustomerId customer(BrandName brand) {
        return CustomerId.derive(brand, by, identity);
    }
}
