package amends.contracts.notification;

/// The occasions on which a customer is told something, and one on which colleagues are.
public enum NotificationKind {
    ACKNOWLEDGEMENT,
    REPLY,
    PROMISE,
    RENEWED_PROMISE,
    APOLOGY_FOR_BROKEN_PROMISE,
    HANDOVER,
    PROPOSAL,
    DECLINE,
    SOLUTION,
    FOLLOW_UP,
    REOPENING,
    THANKS,
    /// To people inside the house, never to the customer.
    ESCALATION
}
