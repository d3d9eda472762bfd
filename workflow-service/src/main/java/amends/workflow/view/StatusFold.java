package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent;
import amends.workflow.complaint.Status;

/// The status after an event, from the status before alone: what
/// [amends.workflow.complaint.Complaint] says, without its state. A test holds the two together.
final class StatusFold {

    private StatusFold() {}

    /// @param beforeMerge to which a merged complaint returns
    static Status after(Status before, Status beforeMerge, ComplaintEvent event) {
        return switch (event) {
            case ComplaintEvent.ComplaintReceived e -> Status.RECEIVED;
            // the automatic acknowledgement may come after a person has begun
            case ComplaintEvent.ComplaintAcknowledged e ->
                    before == Status.RECEIVED ? Status.ACKNOWLEDGED : before;
            case ComplaintEvent.ComplaintClarified e -> Status.CLARIFIED;
            case ComplaintEvent.ComplaintAssessed e -> Status.ASSESSED;
            case ComplaintEvent.SolutionProposed e -> Status.PROPOSED;
            case ComplaintEvent.ProposalAccepted e -> Status.ACCEPTED;
            case ComplaintEvent.ProposalDeclined e -> Status.DECLINED;
            case ComplaintEvent.DemandDeclined e -> Status.DECLINED;
            case ComplaintEvent.RemedyExecuted e -> Status.REMEDIED;
            case ComplaintEvent.ComplaintResolved e -> Status.RESOLVED;
            case ComplaintEvent.FollowUpSent e -> Status.FOLLOWED_UP;
            case ComplaintEvent.ComplaintReopened e -> Status.REOPENED;
            case ComplaintEvent.ComplaintClosed e -> Status.CLOSED;
            case ComplaintEvent.ComplaintMerged e -> Status.MERGED;
            case ComplaintEvent.ComplaintUnmerged e -> beforeMerge;
            case ComplaintEvent.MergeRequested e -> before;
            case ComplaintEvent.MergeRefused e -> before;
            case ComplaintEvent.ContactPassedOn e -> before;
            case ComplaintEvent.DuplicateTakenIn e -> before;
            case ComplaintEvent.DuplicateReleased e -> before;
            case ComplaintEvent.ContactAppended e -> before;
            case ComplaintEvent.PriorityAssessed e -> before;
            case ComplaintEvent.ComplaintQueued e -> before;
            case ComplaintEvent.ComplaintAssigned e -> before;
            case ComplaintEvent.ComplaintHandedOver e -> before;
            case ComplaintEvent.ComplaintReoffered e -> before;
            case ComplaintEvent.CustomerSentRound e -> before;
            case ComplaintEvent.TypologyRecognised e -> before;
            case ComplaintEvent.TypologyCorrected e -> before;
            case ComplaintEvent.CustomerSeparated e -> before;
            case ComplaintEvent.CustomerRejoined e -> before;
            case ComplaintEvent.ReplySent e -> before;
            case ComplaintEvent.PromiseMade e -> before;
            case ComplaintEvent.PromiseKept e -> before;
            case ComplaintEvent.PromiseBroken e -> before;
            case ComplaintEvent.PromiseRenewed e -> before;
            case ComplaintEvent.ApprovalRequested e -> before;
            case ComplaintEvent.ApprovalGranted e -> before;
            case ComplaintEvent.ApprovalRefused e -> before;
            case ComplaintEvent.SignOfBadServiceSeen e -> before;
            case ComplaintEvent.QualityReviewed e -> before;
            case ComplaintEvent.ReviewAppealed e -> before;
            case ComplaintEvent.AppealDecided e -> before;
            case ComplaintEvent.FollowUpAnswered e -> before;
            case ComplaintEvent.ClockStarted e -> before;
            case ComplaintEvent.HoldingResponseSent e -> before;
            case ComplaintEvent.WaitingStarted e -> before;
            case ComplaintEvent.WaitingEnded e -> before;
            case ComplaintEvent.ClockRescheduled e -> before;
            case ComplaintEvent.ClockPaused e -> before;
            case ComplaintEvent.ClockResumed e -> before;
            case ComplaintEvent.ClockEscalated e -> before;
            case ComplaintEvent.ClockWarned e -> before;
            case ComplaintEvent.ClockMet e -> before;
            case ComplaintEvent.ClockBreached e -> before;
            case ComplaintEvent.ClockCancelled e -> before;
        };
    }
}
