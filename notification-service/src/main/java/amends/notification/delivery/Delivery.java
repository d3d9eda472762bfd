package amends.notification.delivery;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.NotificationEvent.EmailRequested;

import java.time.Instant;
import java.util.List;

/// A way in which messages go out. To add one: a class of its own that implements this, and a
/// request type in the contracts.
public interface Delivery {

    DeliveryName name();

    /// Hands messages over, as many at once as is good for the receiving side.
    ///
    /// @return one attempt for each message, in the same order
    List<Attempt> deliver(List<Outgoing> messages);

    /// A message to hand over. Sending it again must be recognisable by [EmailRequested#id].
    record Outgoing(ComplaintId complaint, Instant requestedAt, EmailRequested request) {}
}
