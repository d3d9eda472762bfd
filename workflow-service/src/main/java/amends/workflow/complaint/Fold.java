package amends.workflow.complaint;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.priority.Priority;
import amends.contracts.sla.ClockName;
import amends.workflow.sla.RunningClock;
import amends.workflow.typology.Typology;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// One step of the fold: the state before, changed by one event.
final class Fold {

    private final Complaint before;
    private Status status;
    private @Nullable Instant waitingSince;
    private @Nullable Arrival arrival;
    private @Nullable Priority priority;
    private @Nullable Place place;
    private @Nullable AgentId owner;
    private Work work;
    private List<Promise> promises;
    private FollowUps followUps;
    private @Nullable WaitingFor waiting;
    private List<RunningClock> clocks;
    private Ownership ownership;
    private Links links;
    private Typology typology;

    Fold(Complaint before) {
        this.before = before;
        status = before.status();
        waitingSince = before.waitingSince();
        arrival = before.arrival();
        priority = before.priority();
        place = before.place();
        owner = before.owner();
        work = before.work();
        promises = before.promises();
        followUps = before.followUps();
        waiting = before.waiting();
        clocks = before.clocks();
        ownership = before.ownership();
        links = before.links();
        typology = before.typology();
    }

    Complaint after(RecordedEvent recorded) {
        apply(recorded.event(), recorded.at());
        work = work.after(recorded);
        boolean begins = recorded.event() instanceof ComplaintEvent.WaitingStarted;
        Actor.Kind begunBy = begins ? recorded.actor().kind() : before.waitingBegunBy();
        return new Complaint(
                before.id(),
                recorded.version(),
                status,
                waitingSince,
                arrival,
                priority,
                place,
                owner,
                work,
                promises,
                followUps,
                waiting,
                clocks,
                ownership,
                links,
                typology,
                waiting == null ? null : begunBy);
    }

    /// Long because it is one list: what each event changes.
    private void apply(ComplaintEvent event, Instant at) {
        switch (event) {
            case ComplaintEvent.ComplaintReceived e -> {
                status = Status.RECEIVED;
                arrival = Arrival.of(e);
                waitingSince = at;
            }
            case ComplaintEvent.ContactAppended e -> {
                arrival =
                        Objects.requireNonNull(arrival)
                                .and(e.contact(), e.customer(), e.otherWords());
                links = e.via() == null ? links : links.withPassedOn(e.via());
            }
            case ComplaintEvent.ComplaintAcknowledged ignored -> acknowledge();
            case ComplaintEvent.PriorityAssessed e -> priority = e.priority();
            case ComplaintEvent.ComplaintQueued e -> place = Place.of(e);
            case ComplaintEvent.ComplaintAssigned e -> {
                owner = e.agent();
                ownership = ownership.assigned(e.agent());
            }
            case ComplaintEvent.ComplaintHandedOver e -> {
                owner = e.to();
                ownership = ownership.after(e);
                place = place == null ? null : place.in(e.pool());
            }
            case ComplaintEvent.ComplaintReoffered e -> {
                owner = null;
                ownership = ownership.after(e, place == null ? null : place.pool());
            }
            case ComplaintEvent.CustomerSentRound e -> {
                owner = null;
                ownership = ownership.after(e);
            }
            case ComplaintEvent.TypologyRecognised e -> typology = typology.after(e);
            case ComplaintEvent.TypologyCorrected e -> typology = typology.after(e);
            case ComplaintEvent.CustomerSeparated e ->
                    arrival = Objects.requireNonNull(arrival).separated(e.customer(), e.from());
            case ComplaintEvent.CustomerRejoined e ->
                    arrival = Objects.requireNonNull(arrival).separated(e.customer(), null);
            case ComplaintEvent.ReplySent e -> work = work.withReply(Fingerprint.of(e.text()));
            case ComplaintEvent.ComplaintClarified e -> {
                work = work.withClarification(Fingerprint.of(e.concern(), e.demand()));
                status = Status.CLARIFIED;
            }
            case ComplaintEvent.PromiseMade e -> promises = Promise.made(promises, e);
            case ComplaintEvent.PromiseKept e ->
                    promise(e.promise(), open -> open.become(Promise.State.KEPT));
            case ComplaintEvent.PromiseBroken e ->
                    promise(e.promise(), open -> open.become(Promise.State.BROKEN));
            case ComplaintEvent.PromiseRenewed e ->
                    promise(e.promise(), open -> open.renewed(e.due()));
            case ComplaintEvent.ComplaintAssessed e -> {
                work = work.withAssessment(Fingerprint.of(e.assessment()));
                status = Status.ASSESSED;
            }
            case ComplaintEvent.DemandDeclined ignored -> {
                work = work.withDemandDeclined();
                status = Status.DECLINED;
            }
            case ComplaintEvent.SolutionProposed e -> {
                Fingerprint offer = Fingerprint.of(e.remedy(), e.explanation());
                work = work.withProposal(new Proposal(offer, e.remedy(), Proposal.Answer.OPEN));
                status = Status.PROPOSED;
            }
            case ComplaintEvent.ProposalAccepted ignored ->
                    answer(Proposal.Answer.ACCEPTED, Status.ACCEPTED);
            case ComplaintEvent.ProposalDeclined ignored ->
                    answer(Proposal.Answer.DECLINED, Status.DECLINED);
            case ComplaintEvent.RemedyExecuted ignored ->
                    answer(Proposal.Answer.EXECUTED, Status.REMEDIED);
            case ComplaintEvent.ComplaintResolved ignored -> status = Status.RESOLVED;
            case ComplaintEvent.FollowUpSent e -> {
                followUps = followUps.sent(e.round(), at);
                status = Status.FOLLOWED_UP;
            }
            case ComplaintEvent.FollowUpAnswered e ->
                    followUps = followUps.answered(e.round(), e.answer());
            case ComplaintEvent.ComplaintReopened ignored -> {
                status = Status.REOPENED;
                waitingSince = at;
                work = work.withProposal(null);
            }
            case ComplaintEvent.ComplaintClosed ignored -> status = Status.CLOSED;
            case ComplaintEvent.ApprovalRequested ignored -> {}
            case ComplaintEvent.ApprovalGranted ignored -> {}
            case ComplaintEvent.ApprovalRefused ignored -> {}
            case ComplaintEvent.SignOfBadServiceSeen ignored -> {}
            case ComplaintEvent.QualityReviewed ignored -> {}
            case ComplaintEvent.ReviewAppealed ignored -> {}
            case ComplaintEvent.AppealDecided ignored -> {}
            case ComplaintEvent.WaitingStarted e -> waiting = e.waitingFor();
            case ComplaintEvent.WaitingEnded ignored -> waiting = null;
            case ComplaintEvent.HoldingResponseSent e ->
                    work = work.withReply(Fingerprint.of(e.text()));
            case ComplaintEvent.MergeRequested e ->
                    links = links.requesting(e.into(), before.version() + 1, e.contacts());
            case ComplaintEvent.MergeRefused ignored -> links = links.withoutMerge();
            case ComplaintEvent.ComplaintMerged ignored -> {
                links = links.mergedFrom(status);
                status = Status.MERGED;
            }
            case ComplaintEvent.ComplaintUnmerged ignored -> {
                status = links.statusBefore(status);
                links = links.withoutMerge();
            }
            case ComplaintEvent.ContactPassedOn e ->
                    arrival =
                            Objects.requireNonNull(arrival)
                                    .and(e.contact(), e.customer(), e.otherWords());
            case ComplaintEvent.DuplicateTakenIn e -> {
                moreContacts(e.contacts() - links.contactsOf(e.duplicate()));
                links = links.with(e, before.factors(), before.clocks());
            }
            case ComplaintEvent.DuplicateReleased e -> {
                moreContacts(-links.contactsOf(e.duplicate()));
                links = links.without(e.duplicate());
            }
            case ComplaintEvent.ClockStarted e -> {
                clocks = without(e.clock());
                clocks.add(RunningClock.of(e));
            }
            case ComplaintEvent.ClockWarned e -> clock(e.clock(), clock -> clock.after(e));
            case ComplaintEvent.ClockPaused e -> clock(e.clock(), clock -> clock.after(e));
            case ComplaintEvent.ClockResumed e -> clock(e.clock(), clock -> clock.after(e));
            case ComplaintEvent.ClockRescheduled e -> clock(e.clock(), clock -> clock.after(e, at));
            case ComplaintEvent.ClockEscalated e ->
                    clock(e.clock(), clock -> clock.afterStep(e.percent()));
            case ComplaintEvent.ClockBreached e -> clock(e.clock(), RunningClock::afterBreach);
            case ComplaintEvent.ClockMet e -> end(e.clock());
            case ComplaintEvent.ClockCancelled e -> end(e.clock());
        }
    }

    /// The automatic acknowledgement may come after a person has begun, or after a merge.
    private void acknowledge() {
        work = work.withAcknowledged();
        if (status == Status.MERGED && links.statusBefore(status) == Status.RECEIVED) {
            links = links.mergedFrom(Status.ACKNOWLEDGED);
        } else if (status == Status.RECEIVED) {
            status = Status.ACKNOWLEDGED;
        }
    }

    private void moreContacts(int contacts) {
        arrival = Objects.requireNonNull(arrival).plus(contacts);
    }

    private void answer(Proposal.Answer answer, Status newStatus) {
        Proposal proposal = work.proposal();
        if (proposal != null) {
            work = work.withProposal(proposal.answered(answer));
        }
        status = newStatus;
    }

    private void promise(PromiseId id, UnaryOperator<Promise> change) {
        promises = Promise.changed(promises, id, change);
    }

    private void clock(ClockName name, UnaryOperator<RunningClock> change) {
        clocks =
                clocks.stream()
                        .map(clock -> clock.clock().equals(name) ? change.apply(clock) : clock)
                        .toList();
    }

    private void end(ClockName name) {
        clocks = without(name);
        links = links.withoutTerm(name);
    }

    private List<RunningClock> without(ClockName name) {
        List<RunningClock> rest = new ArrayList<>(clocks.size() + 1);
        for (RunningClock clock : clocks) {
            if (!clock.clock().equals(name)) {
                rest.add(clock);
            }
        }
        return rest;
    }
}
