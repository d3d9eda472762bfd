package amends.analytics.facts;

import amends.analytics.facts.ClockFact.State;
import amends.analytics.facts.ComplaintFacts.Standing;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.AppealDecided;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRefused;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockCancelled;
import amends.contracts.complaint.ComplaintEvent.ClockEscalated;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockPaused;
import amends.contracts.complaint.ComplaintEvent.ClockRescheduled;
import amends.contracts.complaint.ComplaintEvent.ClockResumed;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ClockWarned;
import amends.contracts.complaint.ComplaintEvent.ComplaintAcknowledged;
import amends.contracts.complaint.ComplaintEvent.ComplaintAssessed;
import amends.contracts.complaint.ComplaintEvent.ComplaintAssigned;
import amends.contracts.complaint.ComplaintEvent.ComplaintClarified;
import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintEvent.ComplaintQueued;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintReoffered;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.ComplaintUnmerged;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.ComplaintEvent.ContactPassedOn;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;
import amends.contracts.complaint.ComplaintEvent.DemandDeclined;
import amends.contracts.complaint.ComplaintEvent.DuplicateReleased;
import amends.contracts.complaint.ComplaintEvent.DuplicateTakenIn;
import amends.contracts.complaint.ComplaintEvent.FollowUpAnswered;
import amends.contracts.complaint.ComplaintEvent.FollowUpSent;
import amends.contracts.complaint.ComplaintEvent.HoldingResponseSent;
import amends.contracts.complaint.ComplaintEvent.MergeRefused;
import amends.contracts.complaint.ComplaintEvent.MergeRequested;
import amends.contracts.complaint.ComplaintEvent.PriorityAssessed;
import amends.contracts.complaint.ComplaintEvent.PromiseBroken;
import amends.contracts.complaint.ComplaintEvent.PromiseKept;
import amends.contracts.complaint.ComplaintEvent.PromiseMade;
import amends.contracts.complaint.ComplaintEvent.PromiseRenewed;
import amends.contracts.complaint.ComplaintEvent.ProposalAccepted;
import amends.contracts.complaint.ComplaintEvent.ProposalDeclined;
import amends.contracts.complaint.ComplaintEvent.QualityReviewed;
import amends.contracts.complaint.ComplaintEvent.RemedyExecuted;
import amends.contracts.complaint.ComplaintEvent.ReplySent;
import amends.contracts.complaint.ComplaintEvent.ReviewAppealed;
import amends.contracts.complaint.ComplaintEvent.SignOfBadServiceSeen;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.complaint.ComplaintEvent.WaitingEnded;
import amends.contracts.complaint.ComplaintEvent.WaitingStarted;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/// Folds the events of one complaint into its facts.
public final class FactsFold {

    private FactsFold() {}

    /// Returns the facts after the event; the very same facts when the event is folded in already.
    ///
    /// @throws IllegalArgumentException when the complaint does not begin with [ComplaintReceived]
    public static ComplaintFacts fold(@Nullable ComplaintFacts before, RecordedEvent recorded) {
        if (before == null) {
            return begin(recorded);
        }
        if (recorded.version() <= before.version()) {
            return before;
        }
        return evolve(before, recorded).at(recorded.version());
    }

    private static ComplaintFacts begin(RecordedEvent recorded) {
        if (recorded.event() instanceof ComplaintReceived received) {
            return ComplaintFacts.of(recorded.version(), Origin.of(received, recorded.at()));
        }
        throw new IllegalArgumentException(
                "Complaint "
                        + recorded.complaintId()
                        + " is not known; its ComplaintReceived must come before its "
                        + recorded.type());
    }

    private static ComplaintFacts evolve(ComplaintFacts facts, RecordedEvent recorded) {
        ComplaintEvent event = recorded.event();
        return switch (event) {
            case ComplaintAcknowledged _ ->
                    facts.with(facts.milestones().acknowledged(recorded.at()));
            case PriorityAssessed assessed ->
                    facts.in(facts.place().as(assessed.priority().level()));
            case ComplaintQueued queued -> facts.in(facts.place().in(queued.queue()));
            case ReplySent _ -> repliedBy(recorded, facts);
            case SolutionProposed _ -> repliedBy(recorded, facts).now(Standing.PROPOSED);
            case ProposalAccepted _, ProposalDeclined _ -> facts.now(Standing.OPEN);
            case ComplaintResolved resolved ->
                    repliedBy(recorded, facts)
                            .with(facts.milestones().resolved(recorded.at(), resolved.onTheSpot()))
                            .now(Standing.RESOLVED);
            case FollowUpAnswered answered -> facts.with(answer(recorded, answered));
            case ComplaintReopened _ -> facts.reopened();
            case ComplaintClosed closed -> facts.closedBecause(closed.reason());
            case ClockStarted started ->
                    facts.with(
                            started.clock().value(),
                            new ClockFact(started.family(), State.RUNNING));
            case ClockMet met -> clock(facts, met.clock(), ClockFact::met);
            case ClockBreached breached ->
                    clock(facts, breached.clock(), clock -> clock.now(State.OVERDUE));
            case ClockRescheduled rescheduled ->
                    rescheduled.dueAt().isAfter(recorded.at())
                            ? clock(facts, rescheduled.clock(), clock -> clock.now(State.RUNNING))
                            : facts;
            case ClockCancelled cancelled ->
                    clock(facts, cancelled.clock(), clock -> clock.now(State.CANCELLED));
            case ComplaintMerged merged -> facts.mergedInto(merged.into());
            case ComplaintUnmerged _ -> facts.mergedInto(null);
            case ComplaintReceived _,
                    ContactAppended _,
                    ContactPassedOn _,
                    MergeRequested _,
                    MergeRefused _,
                    DuplicateTakenIn _,
                    DuplicateReleased _,
                    ComplaintAssigned _,
                    ComplaintReoffered _,
                    CustomerSentRound _,
                    ComplaintHandedOver _,
                    ComplaintClarified _,
                    PromiseMade _,
                    PromiseKept _,
                    PromiseBroken _,
                    PromiseRenewed _,
                    ApprovalRequested _,
                    ApprovalGranted _,
                    ApprovalRefused _,
                    SignOfBadServiceSeen _,
                    QualityReviewed _,
                    ReviewAppealed _,
                    AppealDecided _,
                    ComplaintAssessed _,
                    DemandDeclined _,
                    RemedyExecuted _,
                    FollowUpSent _,
                    HoldingResponseSent _,
                    WaitingStarted _,
                    WaitingEnded _,
                    ClockPaused _,
                    ClockResumed _,
                    ClockEscalated _,
                    ClockWarned _ ->
                    facts;
        };
    }

    private static ComplaintFacts repliedBy(RecordedEvent recorded, ComplaintFacts facts) {
        return recorded.actor().isAgent()
                ? facts.with(facts.milestones().replied(recorded.at()))
                : facts;
    }

    private static Answer answer(RecordedEvent recorded, FollowUpAnswered answered) {
        return new Answer(
                recorded.at(),
                answered.answer().solved(),
                answered.answer().satisfaction(),
                answered.answer().effort(),
                answered.answer().recommendation());
    }

    private static ComplaintFacts clock(
            ComplaintFacts facts, ClockName name, UnaryOperator<ClockFact> change) {
        ClockFact known =
                facts.clocks()
                        .getOrDefault(
                                name.value(), new ClockFact(ClockFamily.SERVICE, State.RUNNING));
        return facts.with(name.value(), change.apply(known));
    }
}
