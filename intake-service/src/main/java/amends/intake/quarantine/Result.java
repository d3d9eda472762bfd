package amends.intake.quarantine;

import amends.contracts.contact.Contact;
import amends.contracts.quarantine.AsideKind;

/// What came of a wish about one input in quarantine.
public sealed interface Result {
    record Released(Contact contact) implements Result {}

    record StillQuarantined(String reason, String detail) implements Result {}

    /// It is no complaint.
    record SetAside(AsideKind kind) implements Result {}

    record Discarded() implements Result {}

    record NotThere() implements Result {}

    /// It was released or discarded before.
    record Over(String status) implements Result {}
}
