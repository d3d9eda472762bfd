package amends.workflow.view;

import amends.contracts.authority.ApprovalReason;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRefused;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.Remedy;
import amends.contracts.personal.FreeText;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// The last proposal that had to be approved, and what was said.
///
/// @param stake what counts against the limits, in the remedy's currency
/// @param missing how many people must still approve
public record ApprovalRow(
        Remedy remedy,
        FreeText explanation,
        Actor proposer,
        SortedSet<ApprovalReason> reasons,
        BigDecimal stake,
        int missing,
        ApprovalRow.State state,
        Instant requestedAt,
        List<AgentId> approvedBy,
        @Nullable AgentId refusedBy,
        @Nullable FreeText refusedBecause) {

    /// What became of it; `lapsed`: something else was done before it was answered.
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("granted")
        GRANTED,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("lapsed")
        LAPSED
    }

    public ApprovalRow {
        approvedBy = List.copyOf(approvedBy);
    }

    static ApprovalRow of(ApprovalRequested event, Instant at) {
        return new ApprovalRow(
                event.remedy(),
                event.explanation(),
                event.proposer(),
                event.reasons(),
                event.stake(),
                event.approvals(),
                State.WAITING,
                at,
                List.of(),
                null,
                null);
    }

    ApprovalRow granted(ApprovalGranted event) {
        List<AgentId> all = new ArrayList<>(approvedBy);
        all.add(event.approver());
        return with(
                event.missing(),
                event.missing() == 0 ? State.GRANTED : State.WAITING,
                all,
                null,
                null);
    }

    ApprovalRow refused(ApprovalRefused event) {
        return with(missing, State.REFUSED, approvedBy, event.approver(), event.reason());
    }

    ApprovalRow overtaken() {
        return state == State.WAITING ? with(missing, State.LAPSED, approvedBy, null, null) : this;
    }

    private ApprovalRow with(
            int stillMissing,
            State newState,
            List<AgentId> by,
            @Nullable AgentId refuser,
            @Nullable FreeText because) {
        return new ApprovalRow(
                remedy,
                explanation,
                proposer,
                reasons,
                stake,
                stillMissing,
                newState,
                requestedAt,
                by,
                refuser,
                because);
    }
}
