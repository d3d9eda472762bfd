package amends.contracts.ledger;

import amends.contracts.complaint.Outcome.Disposition;

/// What can become of an input. The first three are what workflow answered.
public enum Fate {
    NEW,
    APPENDED,
    KNOWN,
    QUARANTINED,
    /// The sender was told what to correct, and keeps it.
    REJECTED,
    /// No complaint: a machine wrote it, a call was taken, or nothing stands in it.
    SET_ASIDE,
    /// It could not be made durable: the sender was asked to come again.
    FAILED;

    public static Fate of(Disposition disposition) {
        return switch (disposition) {
            case NEW -> NEW;
            case APPENDED -> APPENDED;
            case KNOWN -> KNOWN;
        };
    }
}
