package amends.workflow.sla;

import amends.contracts.complaint.Actor.Kind;
import amends.contracts.complaint.ComplaintEvent.ComplaintAcknowledged;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.DemandDeclined;
import amends.contracts.complaint.ComplaintEvent.ReplySent;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;

import java.util.List;

/// A short word for several triggers, as policies may write in `metBy`.
public enum Milestone {
    /// The customer knows that the complaint arrived, by an automatic message or a person's words.
    ACKNOWLEDGED,
    /// A person answered; automatic messages never count.
    HUMAN_REPLY,
    RESOLVED;

    List<Trigger> triggers() {
        return switch (this) {
            case ACKNOWLEDGED -> List.of(Trigger.on(ComplaintAcknowledged.class));
            case HUMAN_REPLY ->
                    List.of(
                            Trigger.on(ReplySent.class, Kind.AGENT),
                            Trigger.on(DemandDeclined.class, Kind.AGENT),
                            Trigger.on(SolutionProposed.class, Kind.AGENT),
                            Trigger.on(ComplaintResolved.class, Kind.AGENT));
            case RESOLVED -> List.of(Trigger.on(ComplaintResolved.class));
        };
    }
}
