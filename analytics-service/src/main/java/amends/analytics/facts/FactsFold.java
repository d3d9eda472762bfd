package amends.analytics.facts;

import amends.analytics.facts.ClockFact.State;
import amends.analytics.facts.ComplaintFacts.Standing;
import amends.contracts.complaint.ClosingReason;
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
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
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
import amends.contracts.complaint.ComplaintEvent.TypologyCorrected;
import amends.contracts.complaint.ComplaintEvent.TypologyRecognised;
import amends.contracts.complaint.ComplaintEvent.WaitingEnded;
import amends.contracts.complaint.ComplaintEvent.WaitingStarted;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Folds an event of one complaint into its facts.
public final class FactsFold {

    private Origin origin;
    private Place place;
    private Milestones milestones;
    private Standing standing;
    private @Nullable ClosingReason closed;
    private int reopenings;
    private SortedMap<String, ClockFact> clocks;
    private List<Answer> answers;
    private @Nullable ComplaintId mergedInto;

    private FactsFold(ComplaintFacts before) {
        origin = before.origin();
        place = before.place();
        milestones = before.milestones();
        standing = before.standing();
        closed = before.closed();
        reopenings = before.reopenings();
        clocks = before.clocks();
        answers = before.answers();
        mergedInto = before.mergedInto();
    }

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
        FactsFold fold = new FactsFold(before);
        fold.apply(recorded);
        return fold.at(recorded.version());
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

    private ComplaintFacts at(long version) {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                clocks,
                answers,
                mergedInto);
    }

    /// Long because it is one list: what each event changes.
    private void apply(RecordedEvent recorded) {
        ComplaintEvent event = recorded.event();
        switch (event) {
            case ComplaintAcknowledged _ -> milestones = milestones.acknowledged(recorded.at());
            case PriorityAssessed assessed -> place = place.as(assessed.priority().level());
            case ComplaintQueued queued -> place = place.in(queued.queue());
            case ReplySent _ -> reply(recorded);
            case SolutionProposed _ -> {
                reply(recorded);
                standing = Standing.PROPOSED;
            }
            case ProposalAccepted _, ProposalDeclined _ -> standing = Standing.OPEN;
            case ComplaintResolved resolved -> {
                reply(recorded);
                milestones = milestones.resolved(recorded.at(), resolved.onTheSpot());
                standing = Standing.RESOLVED;
            }
            case FollowUpAnswered answered -> answer(recorded.at(), answered.answer());
            case ComplaintReopened _ -> {
                standing = Standing.OPEN;
                closed = null;
                reopenings++;
            }
            case ComplaintClosed e -> {
                standing = Standing.CLOSED;
                closed = e.reason();
            }
            case ClockStarted started ->
                    clock(started.clock(), _ -> new ClockFact(started.family(), State.RUNNING));
            case ClockMet met -> clock(met.clock(), ClockFact::met);
            case ClockBreached breached ->
                    clock(breached.clock(), clock -> clock.now(State.OVERDUE));
            case ClockRescheduled rescheduled -> {
                if (rescheduled.dueAt().isAfter(recorded.at())) {
                    clock(rescheduled.clock(), clock -> clock.now(State.RUNNING));
                }
            }
            case ClockCancelled cancelled ->
                    clock(cancelled.clock(), clock -> clock.now(State.CANCELLED));
            case CustomerSeparated separated -> origin = origin.of(separated.customer());
            case CustomerRejoined rejoined -> origin = origin.of(rejoined.customer());
            case ComplaintMerged merged -> mergedInto = merged.into();
            case ComplaintUnmerged _ -> mergedInto = null;
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
                    TypologyRecognised _,
                    TypologyCorrected _,
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
                    ClockWarned _ -> {}
        }
    }

    private void reply(RecordedEvent recorded) {
        if (recorded.actor().isAgent()) {
            milestones = milestones.replied(recorded.at());
        }
    }

    private void answer(Instant at, SurveyAnswer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(
                new Answer(
                        at,
                        answer.solved(),
                        answer.satisfaction(),
                        answer.effort(),
                        answer.recommendation()));
        answers = more;
    }

    private void clock(ClockName name, UnaryOperator<ClockFact> change) {
        ClockFact known =
                clocks.getOrDefault(
                        name.value(), new ClockFact(ClockFamily.SERVICE, State.RUNNING));
        SortedMap<String, ClockFact> changed = new TreeMap<>(clocks);
        changed.put(name.value(), change.apply(known));
        clocks = changed;
    }
}
