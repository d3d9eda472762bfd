package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.OtherWords;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What comes under an id that is known: the same once more, or other words, which must not be lost
/// because a sender uses an id twice.
final class Repetition {

    /// How many contacts with different words one id may bring; a person writes fewer, and what a
    /// machine sends beyond them is put aside in sight.
    static final int MOST_VERSIONS = 50;

    private final RegisterContact command;
    private final ContactId cameAs;
    private final List<KnownContact> versions;
    private final @Nullable Arrival arrival;

    /// @param arrival absent: nothing came before
    Repetition(RegisterContact command, @Nullable Arrival arrival) {
        this.command = command;
        this.cameAs = cameAs(command.contact().id(), command.otherWords());
        this.versions = arrival == null ? List.of() : arrival.cameAs(cameAs);
        this.arrival = arrival;
    }

    static ContactId cameAs(ContactId own, @Nullable OtherWords words) {
        return words == null ? own : words.cameAs();
    }

    static @Nullable CustomerId knownAgain(Customer customer) {
        return customer.identifiedBy() == IdentifiedBy.CONTACT_ALONE ? null : customer.id();
    }

    boolean isOfTheSame() {
        return !versions.isEmpty() && isOfTheSame(Fingerprint.ofWords(command.contact()));
    }

    private boolean isOfTheSame(Fingerprint words) {
        return versions.stream().anyMatch(version -> version.isSaidBy(words));
    }

    boolean isOnceTooMany() {
        return versions.size() >= MOST_VERSIONS;
    }

    /// The contact under an id of its own, when its own is known.
    RegisterContact told() {
        if (versions.isEmpty() || command.otherWords() != null) {
            return command;
        }
        Fingerprint words = Fingerprint.ofWords(command.contact());
        return new RegisterContact(
                command.brand(),
                command.customer(),
                command.contact().with(ContactId.derive(cameAs, words.value())),
                command.original(),
                command.via(),
                new OtherWords(
                        cameAs,
                        arrival != null
                                && arrival.isBySomebodyElse(knownAgain(command.customer()))));
    }
}
