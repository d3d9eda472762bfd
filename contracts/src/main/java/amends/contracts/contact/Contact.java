package amends.contracts.contact;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Message;

import java.time.Instant;

/// One inbound communication on one channel. Immutable.
///
/// @param complaintId the complaint it belongs to: named by a quoted reference, else derived from
///   its conversation
/// @param normalisedAt when intake took it in
public record Contact(
        ComplaintId complaintId,
        BrandName brand,
        Customer customer,
        ContactContent content,
        Original original,
        Instant normalisedAt)
        implements Message {

    public Contact with(ContactContent said) {
        return new Contact(complaintId, brand, customer, said, original, normalisedAt);
    }

    @Override
    public String key() {
        return complaintId.value();
    }

    @Override
    public String messageId() {
        return content.id().value();
    }

    @Override
    public String type() {
        return "ContactNormalised";
    }

    @Override
    public Instant time() {
        return normalisedAt;
    }
}
