package amends.notification.rule;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.*;

import java.util.Optional;

/// Which event is told to the customer, as which notice: the whole table.
///
/// Follow-ups are not here, because they follow from time and not from an event: see
/// [Correspondence#followUp].
public final class Reactions {

    private Reactions() {}

    /// @param known what is known of the customer after the event
    public static Optional<Notice> to(ComplaintEvent event, Correspondence known) {
        return switch (event) {
            case ComplaintReceived _ -> Optional.of(new Notice.Acknowledgement());
            case ReplySent e -> Optional.of(new Notice.Reply(e.text()));
            case HoldingResponseSent e -> Optional.of(new Notice.Reply(e.text()));
            case PromiseMade e -> Optional.of(new Notice.Promise(new Promised(e.what(), e.due())));
            case PromiseBroken e ->
                    Optional.of(
                            new Notice.ApologyForBrokenPromise(known.promises().get(e.promise())));
            case PromiseRenewed e ->
                    Optional.of(
                            new Notice.RenewedPromise(
                                    known.promises().get(e.promise()), e.due(), e.reason()));
            case ComplaintHandedOver e -> whenHandedOverThenTellTheReason(e, known);
            case SolutionProposed e ->
                    Optional.of(new Notice.Proposal(e.remedy(), e.explanation()));
            case DemandDeclined e -> Optional.of(new Notice.Decline(e.reason()));
            case ComplaintResolved e ->
                    Optional.of(new Notice.Solution(e.verification(), e.summary()));
            case ComplaintReopened e -> Optional.of(new Notice.Reopening(e.reason()));
            case ComplaintClosed e -> whenClosedAsConfirmedThenThank(e);
            case ContactAppended _,
                    ContactPassedOn _,
                    MergeRequested _,
                    MergeRefused _,
                    ComplaintMerged _,
                    ComplaintUnmerged _,
                    DuplicateTakenIn _,
                    DuplicateReleased _,
                    ComplaintAcknowledged _,
                    PriorityAssessed _,
                    ComplaintQueued _,
                    ComplaintAssigned _,
                    ComplaintReoffered _,
                    CustomerSentRound _,
                    TypologyRecognised _,
                    TypologyCorrected _,
                    CustomerSeparated _,
                    CustomerRejoined _,
                    ComplaintClarified _,
                    PromiseKept _,
                    ApprovalRequested _,
                    ApprovalGranted _,
                    ApprovalRefused _,
                    SignOfBadServiceSeen _,
                    QualityReviewed _,
                    ReviewAppealed _,
                    AppealDecided _,
                    ComplaintAssessed _,
                    ProposalAccepted _,
                    ProposalDeclined _,
                    RemedyExecuted _,
                    FollowUpSent _,
                    FollowUpAnswered _,
                    ClockStarted _,
                    WaitingStarted _,
                    WaitingEnded _,
                    ClockPaused _,
                    ClockResumed _,
                    ClockRescheduled _,
                    ClockEscalated _,
                    ClockWarned _,
                    ClockMet _,
                    ClockBreached _,
                    ClockCancelled _ ->
                    Optional.empty();
        };
    }

    /// A customer who has not yet met anybody need not be told that somebody else takes over.
    private static Optional<Notice> whenHandedOverThenTellTheReason(
            ComplaintHandedOver event, Correspondence known) {
        boolean toAnotherPerson = event.to() != null && !event.to().equals(event.from());
        return toAnotherPerson && known.metAPerson()
                ? Optional.of(new Notice.Handover(event.reason()))
                : Optional.empty();
    }

    private static Optional<Notice> whenClosedAsConfirmedThenThank(ComplaintClosed event) {
        return event.reason() == ClosingReason.CONFIRMED
                ? Optional.of(new Notice.Thanks())
                : Optional.empty();
    }
}
