package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What the contacts of a complaint tell besides their words.
///
/// @param tier of the first contact, until one comes from the customer's own account
/// @param contacts how many there were
/// @param known the latest of them, at most [#MOST_KNOWN]: a contact is repeated by a retry or a
///   repeated import, soon after, and no person writes so often in between; the bound keeps the
///   state of a complaint that a machine floods small
/// @param customer as sure as `tier`; absent in states that were kept before he was asked for
public record Arrival(
        ChannelName channel,
        LanguageTag language,
        CustomerTier tier,
        @Nullable ProductName product,
        int contacts,
        List<ContactId> known,
        @Nullable CustomerId customer) {

    static final int MOST_KNOWN = 256;

    public Arrival {
        known = List.copyOf(known);
    }

    static Arrival of(ComplaintReceived event) {
        return new Arrival(
                event.contact().channel(),
                event.contact().language(),
                event.customer().tier(),
                event.contact().product(),
                1,
                List.of(event.contact().id()),
                event.customer().id());
    }

    Arrival and(ContactAppended event) {
        boolean sure = event.customer().identifiedBy() == IdentifiedBy.ACCOUNT;
        return new Arrival(
                channel,
                language,
                sure ? event.customer().tier() : tier,
                product == null ? event.contact().product() : product,
                contacts + 1,
                knownWith(event.contact().id()),
                sure || customer == null ? event.customer().id() : customer);
    }

    private List<ContactId> knownWith(ContactId contact) {
        List<ContactId> all =
                new ArrayList<>(
                        known.subList(Math.max(0, known.size() + 1 - MOST_KNOWN), known.size()));
        all.add(contact);
        return all;
    }
}
