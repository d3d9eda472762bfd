package amends.workflow.complaint;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRefused;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.Remedy;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A proposal that somebody with authority must approve, and what he said.
///
/// @param explanation the words for the customer, kept as long as it waits
/// @param stake what the approvers' limits are held against
/// @param missing how many people must still approve
/// @param answeredBy who approved, or the one who refused
public record Approval(
        Fingerprint fingerprint,
        Remedy.Material remedy,
        @Nullable FreeText explanation,
        Actor proposer,
        BigDecimal stake,
        int missing,
        List<AgentId> answeredBy,
        Approval.State state) {

    /// How far it came.
    public enum State {
        WAITING,
        GRANTED,
        REFUSED
    }

    public Approval {
        answeredBy = List.copyOf(answeredBy);
    }

    static Approval of(ApprovalRequested event) {
        return new Approval(
                Fingerprint.of(event.remedy(), event.explanation()),
                event.remedy(),
                event.explanation(),
                event.proposer(),
                event.stake(),
                event.approvals(),
                List.of(),
                State.WAITING);
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    Approval after(ApprovalGranted event) {
        List<AgentId> all = new ArrayList<>(answeredBy);
        all.add(event.approver());
        return event.missing() > 0
                ? answered(explanation, event.missing(), all, State.WAITING)
                : answered(null, 0, all, State.GRANTED);
    }

    Approval after(ApprovalRefused event) {
        return answered(null, missing, List.of(event.approver()), State.REFUSED);
    }

    private Approval answered(
            @Nullable FreeText words, int stillMissing, List<AgentId> by, State newState) {
        return new Approval(
                fingerprint, remedy, words, proposer, stake, stillMissing, by, newState);
    }
}
