package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.Refusal;

import java.util.List;

/// The answer to a command.
public sealed interface Decision {

    /// No events: it is already so, or does not matter any more.
    record Accepted(List<ComplaintEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(Refusal refusal) implements Decision {}
}
