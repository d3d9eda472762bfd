package amends.notification.rule;

import amends.contracts.contact.ContactContent;
import amends.contracts.contact.Customer;
import amends.contracts.contact.LanguageTag;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.PersonName;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom to write to, and in which language.
///
/// @param emails newest first
/// @param language of the customer's latest contact
public record Recipient(
        @Nullable PersonName name, List<EmailAddress> emails, LanguageTag language) {

    public Recipient {
        emails = List.copyOf(emails);
    }

    static Recipient of(Customer customer, ContactContent contact) {
        return new Recipient(customer.name(), customer.emails(), contact.language());
    }

    public Optional<EmailAddress> address() {
        return emails.stream().findFirst();
    }

    Recipient asShownBy(Customer customer, ContactContent contact) {
        Set<EmailAddress> all = new LinkedHashSet<>(customer.emails());
        all.addAll(emails);
        return new Recipient(
                customer.name() == null ? name : customer.name(),
                List.copyOf(all),
                contact.language());
    }
}
