package amends.notification.rule;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.name.Crockford;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.NotificationKind;
import amends.contracts.personal.EmailAddress;

import java.time.Instant;

/// What a message follows from: the n-th event of a complaint.
///
/// @param at when the message became due
public record Occasion(ComplaintId complaint, long version, Instant at) {

    private static final int LENGTH = 26;

    /// The same for one of several recipients.
    public NotificationId id(NotificationKind kind, EmailAddress to) {
        return new NotificationId(
                Crockford.hash(LENGTH, "notification-to", id(kind).value(), to.value()));
    }

    /// Derived, so that an occasion met twice leads to the same message.
    public NotificationId id(NotificationKind kind) {
        return new NotificationId(
                Crockford.hash(
                        LENGTH,
                        "notification",
                        complaint.value(),
                        Long.toString(version),
                        kind.name()));
    }
}
