package amends.intake.normalise;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.personal.AccountHandle;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.PhoneNumber;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The strongest thing known about a complainant; see [IdentifiedBy] for the order. A household or
/// an office shares its telephone: it counts together with the name of whoever gives one. What many
/// people use comes behind that, and counts only together with a name.
record CustomerIdentity(IdentifiedBy by, String identity) {

    /// What was told of him, in one spelling.
    record Told(
            @Nullable String name,
            List<AccountHandle> accounts,
            List<EmailAddress> emails,
            List<PhoneNumber> phones,
            List<String> statedFacts) {}

    static CustomerIdentity strongest(Told told, SharedPoints shared, ContactId contact) {
        if (!told.accounts.isEmpty()) {
            return new CustomerIdentity(IdentifiedBy.ACCOUNT, told.accounts.getFirst().value());
        }
        return own(told, shared)
                .or(() -> named(told))
                .or(() -> stated(told))
                .orElseGet(() -> new CustomerIdentity(IdentifiedBy.CONTACT_ALONE, contact.value()));
    }

    private static Optional<CustomerIdentity> own(Told told, SharedPoints shared) {
        for (EmailAddress email : told.emails) {
            if (!shared.isShared(email)) {
                return Optional.of(new CustomerIdentity(IdentifiedBy.EMAIL, folded(email)));
            }
        }
        for (PhoneNumber phone : told.phones) {
            if (!shared.isShared(phone)) {
                return Optional.of(
                        new CustomerIdentity(
                                IdentifiedBy.PHONE, phone.value() + FoldedName.suffix(told.name)));
            }
        }
        return Optional.empty();
    }

    /// Of the one who is called so among those who use it.
    private static Optional<CustomerIdentity> named(Told told) {
        String name = FoldedName.suffix(told.name);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!told.emails.isEmpty()) {
            String mailbox = folded(told.emails.getFirst());
            return Optional.of(new CustomerIdentity(IdentifiedBy.EMAIL, mailbox + name));
        }
        return told.phones.stream()
                .findFirst()
                .map(phone -> new CustomerIdentity(IdentifiedBy.PHONE, phone.value() + name));
    }

    private static Optional<CustomerIdentity> stated(Told told) {
        return told.statedFacts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CustomerIdentity(
                                IdentifiedBy.STATED_FACTS,
                                String.join(
                                        "\n",
                                        told.statedFacts.stream()
                                                .map(PlainText::ofPlain)
                                                .toList())));
    }

    private static String folded(EmailAddress email) {
        return email.value().toLowerCase(Locale.ROOT);
    }

    CustomerId customer(BrandName brand) {
        return CustomerId.derive(brand, by, identity);
    }
}
