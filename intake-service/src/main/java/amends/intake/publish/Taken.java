package amends.intake.publish;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.ContactId;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.QuarantineReason;
import amends.intake.channel.Reading;

/// How an input was taken in.
public sealed interface Taken {

    record Accepted(ComplaintId complaint, ContactId contact) implements Taken {}

    record Quarantined(QuarantineId id, QuarantineReason reason) implements Taken {}

    /// Kept, and no complaint.
    record SetAside(QuarantineId id, AsideKind kind) implements Taken {}

    /// Not taken in at all: the sender keeps it.
    record Refused(Reading.Invalid why) implements Taken {}
}
