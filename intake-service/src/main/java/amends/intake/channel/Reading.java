package amends.intake.channel;

import amends.contracts.contact.Contact;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.quarantine.QuarantineReason;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What became of an attempt to read an input.
public sealed interface Reading {

    /// Tries to read: an input that brings its reader down is kept, and its neighbours go through.
    static Reading attempted(Supplier<Reading> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException | StackOverflowError e) {
            return Unclear.because("input-unreadable", e.toString());
        }
    }

    /// @param files those that its attachments name
    record Understood(Contact contact, List<FileContent> files) implements Reading {

        public Understood {
            files = List.copyOf(files);
        }

        public Understood(Contact contact) {
            this(contact, List.of());
        }
    }

    /// No complaint: a machine wrote it, or a system tells of something else. It is kept, and not
    /// answered.
    ///
    /// @param about those of our mails that could not be delivered
    record SetAside(AsideKind kind, FreeText detail, List<RecordedNotification> about)
            implements Reading {

        public SetAside {
            about = List.copyOf(about);
        }
    }

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

        /// When nobody is there to be told: it is kept.
        public Unclear kept(String reason) {
            return Unclear.because(
                    reason, faults.stream().map(Fault::detail).collect(Collectors.joining("; ")));
        }
    }
}
