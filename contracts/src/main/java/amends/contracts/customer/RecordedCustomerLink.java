package amends.contracts.customer;

import amends.contracts.complaint.Actor;
import amends.contracts.wire.Message;

import java.time.Instant;

/// What was said of two customers, when and by whom.
public record RecordedCustomerLink(
        CustomerLinkId link, Instant at, Actor by, CustomerLinkEvent event) implements Message {

    @Override
    public String key() {
        return link.value();
    }

    @Override
    public String messageId() {
        return link + ":" + type() + "@" + at;
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
