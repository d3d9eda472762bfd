package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.OtherWords;
import amends.contracts.contact.ProductName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What the contacts of a complaint tell besides their words.
///
/// @param tier of the first contact, until one comes from the customer's own account
/// @param contacts how many there were, those of duplicates included
/// @param known the latest of them, at most [#MOST_KNOWN]: a contact is repeated by a retry or a
///   repeated import, soon after, and no person writes so often in between; the bound keeps the
///   state of a complaint that a machine floods small
/// @param customer absent as long as he would not be known again
/// @param menus those that he went through
/// @param separatedFrom who he was taken for, while a person says that he is somebody else
public record Arrival(
        ChannelName channel,
        LanguageTag language,
        CustomerTier tier,
        @Nullable ProductName product,
        int contacts,
        List<KnownContact> known,
        @Nullable CustomerId customer,
        Menus menus,
        @Nullable CustomerId separatedFrom) {

    static final int MOST_KNOWN = 256;

    public Arrival {
        known = List.copyOf(known);
        // states that were kept before menus were told have none
        menus = menus == null ? Menus.NONE : menus;
    }

    static Arrival of(ComplaintReceived event) {
        return new Arrival(
                event.contact().channel(),
                event.contact().language(),
                event.customer().tier(),
                event.contact().product(),
                1,
                List.of(
                        new KnownContact(
                                event.contact().id(), Fingerprint.ofWords(event.contact()))),
                Repetition.knownAgain(event.customer()),
                Menus.NONE.and(event.contact().menus()),
                null);
    }

    /// @param words absent: it came under an id that was not known
    Arrival and(ContactContent contact, Customer sender, @Nullable OtherWords words) {
        boolean sure =
                sender.identifiedBy() == IdentifiedBy.ACCOUNT
                        && !OtherWords.areBySomebodyElse(words);
        return new Arrival(
                channel,
                language,
                sure ? sender.tier() : tier,
                product == null ? contact.product() : product,
                contacts + 1,
                knownWith(
                        new KnownContact(
                                Repetition.cameAs(contact.id(), words),
                                Fingerprint.ofWords(contact))),
                customer == null ? Repetition.knownAgain(sender) : customer,
                words == null ? menus.and(contact.menus()) : menus,
                separatedFrom);
    }

    /// @param more contacts of duplicates, negative when they leave
    Arrival plus(int more) {
        return new Arrival(
                channel,
                language,
                tier,
                product,
                contacts + more,
                known,
                customer,
                menus,
                separatedFrom);
    }

    /// @param from who he was taken for; absent: he is who he was taken for
    Arrival separated(CustomerId now, @Nullable CustomerId from) {
        return new Arrival(channel, language, tier, product, contacts, known, now, menus, from);
    }

    /// Whether somebody is known to be another than the customer.
    boolean isBySomebodyElse(@Nullable CustomerId sender) {
        return sender != null
                && customer != null
                && !sender.equals(customer)
                && !sender.equals(separatedFrom);
    }

    /// The contacts that came under an id, each with other words.
    List<KnownContact> cameAs(ContactId id) {
        return known.stream().filter(each -> each.id().equals(id)).toList();
    }

    private List<KnownContact> knownWith(KnownContact contact) {
        List<KnownContact> all =
                new ArrayList<>(
                        known.subList(Math.max(0, known.size() + 1 - MOST_KNOWN), known.size()));
        all.add(contact);
        return all;
    }
}
