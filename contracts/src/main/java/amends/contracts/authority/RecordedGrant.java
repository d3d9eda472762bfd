package amends.contracts.authority;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.CustomerId;
import amends.contracts.wire.Message;

import java.time.Instant;

/// A grant event with the customer and the complaint that it concerns.
public record RecordedGrant(
        CustomerId customer, ComplaintId complaint, Instant at, GrantEvent event)
        implements Message {

    @Override
    public String key() {
        return customer.value();
    }

    @Override
    public String messageId() {
        return complaint + ":" + type() + "@" + at;
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
