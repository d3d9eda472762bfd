package amends.contracts.quarantine;

/// Why an input was set aside: a machine wrote it, or it tells of something that is no complaint.
public enum AsideKind {
    /// A holiday notice or a receipt that somebody's program sends by itself (RFC 3834).
    AUTOMATIC_REPLY,
    /// A mail that was sent could not be delivered (RFC 3464).
    DELIVERY_FAILURE,
    /// It is delayed, was delivered or was opened.
    DELIVERY_NOTICE,
    /// A mail of our own that came back.
    LOOP,
    /// A telephone system tells how a call went, and nothing is left to do.
    CALL_NOTICE,
    /// A chat or messaging system tells of something that holds no words of the customer.
    CHAT_NOTICE,
    /// A survey system tells of a customer who is content.
    GOOD_SCORE,
    /// A program, no person, seems to have filled in the form page.
    ROBOT,
    /// A partner's system tells of something that its mapping leaves out, what the staff wrote for
    /// example.
    PARTNER_NOTICE,
    /// A newsletter, or a mail of a list to which nobody can write.
    MAILING
}
