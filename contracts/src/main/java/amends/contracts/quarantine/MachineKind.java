package amends.contracts.quarantine;

/// What a machine wrote when no person did.
public enum MachineKind {
    /// A holiday notice or a receipt that somebody's program sends by itself (RFC 3834).
    AUTOMATIC_REPLY,
    /// A mail that was sent could not be delivered (RFC 3464).
    DELIVERY_FAILURE,
    /// It is delayed, was delivered or was opened.
    DELIVERY_NOTICE,
    /// A mail of our own that came back.
    LOOP
}
