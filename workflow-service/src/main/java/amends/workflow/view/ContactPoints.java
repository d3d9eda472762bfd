package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.ComplaintEvent.ContactPassedOn;
import amends.contracts.contact.Customer;
import amends.contracts.contact.OtherWords;
import amends.contracts.contact.RoleMailboxes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The mailboxes and telephones that the customer of a complaint used. Whoever used the same may be
/// the same person; mailboxes of tasks, such as info@, say nothing of that.
public record ContactPoints(Set<String> mailboxes, Set<String> phones) {

    private static final String MAILBOX = "mailto:";
    private static final String PHONE = "tel:";

    public ContactPoints {
        mailboxes = Set.copyOf(mailboxes);
        phones = Set.copyOf(phones);
    }

    public static ContactPoints of(CaseFile file) {
        List<Customer> shown = file.timeline().stream().flatMap(ContactPoints::shown).toList();
        return new ContactPoints(
                shown.stream()
                        .flatMap(customer -> customer.emails().stream())
                        .filter(email -> !RoleMailboxes.contains(email))
                        .map(email -> MAILBOX + email.value().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                shown.stream()
                        .flatMap(customer -> customer.phones().stream())
                        .map(phone -> PHONE + phone.value())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// As they are looked up.
    public List<String> all() {
        return Stream.concat(mailboxes.stream(), phones.stream()).sorted().toList();
    }

    private static Stream<Customer> shown(TimelineEntry entry) {
        if (entry.event() instanceof ComplaintReceived received) {
            return Stream.of(received.customer());
        }
        if (entry.event() instanceof ContactAppended appended) {
            return unless(appended.otherWords(), appended.customer());
        }
        return entry.event() instanceof ContactPassedOn passedOn
                ? unless(passedOn.otherWords(), passedOn.customer())
                : Stream.empty();
    }

    /// Somebody else's points are not the customer's.
    private static Stream<Customer> unless(@Nullable OtherWords words, Customer sender) {
        return OtherWords.areBySomebodyElse(words) ? Stream.empty() : Stream.of(sender);
    }
}
