package amends.intake.channel;

import amends.contracts.contact.Contact;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.QuarantineReason;

import java.util.List;

/// What became of an attempt to read an input.
public sealed interface Reading {

    record Understood(Contact contact) implements Reading {}

    /// The sender can't help it, so we keep it: into quarantine.
    record Unclear(QuarantineReason reason, FreeText detail) implements Reading {

        public static Unclear because(String reason, String detail) {
            return new Unclear(new QuarantineReason(reason), new FreeText(detail));
        }
    }

    /// The sender broke the rules of the form and is told what to correct.
    ///
    /// @param malformed not even the outer form is right
    record Invalid(boolean malformed, List<Fault> faults) implements Reading {

        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
