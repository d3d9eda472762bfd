package amends.workflow.complaint;

import amends.contracts.authority.Grant;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRefused;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.DemandDeclined;
import amends.contracts.complaint.ComplaintEvent.ProposalAccepted;
import amends.contracts.complaint.ComplaintEvent.ProposalDeclined;
import amends.contracts.complaint.ComplaintEvent.RemedyExecuted;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.Remedy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What this complaint grants its customer, and what waits for approval before it may be promised.
///
/// @param wanted the grant that waits for approval
/// @param promised the grant of the proposal that was made
/// @param executed what was carried out
public record Granting(
        @Nullable Approval approval,
        @Nullable Grant wanted,
        @Nullable Grant promised,
        List<Grant> executed) {

    static final Granting NONE = new Granting(null, null, null, List.of());

    public Granting {
        executed = List.copyOf(executed);
    }

    boolean isWaiting() {
        return approval != null && approval.isWaiting();
    }

    /// Carried out, promised or waiting for approval: what counts against the customer's limit.
    List<Grant> all() {
        List<Grant> all = new ArrayList<>(executed);
        if (promised != null) {
            all.add(promised);
        }
        if (wanted != null) {
            all.add(wanted);
        }
        return all;
    }

    Granting after(RecordedEvent recorded) {
        ComplaintEvent event = recorded.event();
        if (event instanceof ApprovalRequested e) {
            Grant asked = grant(e.remedy(), recorded.at());
            return new Granting(Approval.of(e), asked, promised, executed);
        } else if (event instanceof ApprovalGranted e && approval != null) {
            return new Granting(approval.after(e), wanted, promised, executed);
        } else if (event instanceof ApprovalRefused e && approval != null) {
            return new Granting(approval.after(e), null, promised, executed);
        } else if (event instanceof SolutionProposed e) {
            return lapsed(grant(e.remedy(), recorded.at()));
        } else if (event instanceof RemedyExecuted e) {
            return executed(e, recorded.at());
        } else if (event instanceof ProposalDeclined) {
            return new Granting(approval, wanted, null, executed);
        } else if (event instanceof ProposalAccepted) {
            return lapsed(promised);
        }
        return endsTheMatter(event) ? lapsed(null) : this;
    }

    private static boolean endsTheMatter(ComplaintEvent event) {
        return event instanceof DemandDeclined
                || event instanceof ComplaintResolved
                || event instanceof ComplaintClosed
                || event instanceof ComplaintReopened;
    }

    /// Whoever is asked to approve more must know of what was carried out meanwhile: he is asked
    /// anew.
    private Granting executed(RemedyExecuted event, Instant at) {
        List<Grant> all = new ArrayList<>(executed);
        Grant grant = grant(event.remedy(), at);
        if (grant != null) {
            all.add(grant);
        }
        return new Granting(isWaiting() ? null : approval, null, null, all);
    }

    /// What waited for approval is overtaken by something else.
    private Granting lapsed(@Nullable Grant stillPromised) {
        return new Granting(isWaiting() ? null : approval, null, stillPromised, executed);
    }

    static @Nullable Grant grant(Remedy remedy, Instant at) {
        return switch (remedy) {
            case Remedy.Material material -> new Grant(material.amount(), material.currency(), at);
            case Remedy.Moral ignored -> null;
            case Remedy.ServiceImprovement ignored -> null;
        };
    }
}
