package amends.workflow.complaint;

import static amends.contracts.complaint.Refusal.Rule;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Explanation;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.Refusal;
import amends.contracts.personal.FreeText;

import java.time.Instant;
import java.util.Optional;

/// Why a command can't be carried out: how far the complaint has come, or what the command itself
/// says.
final class Objections {

    private final Complaint state;
    private final Occasion occasion;

    Objections(Complaint state, Occasion occasion) {
        this.state = state;
        this.occasion = occasion;
    }

    static Refusal toStale(Complaint state) {
        return new Refusal(
                Rule.STALE_VERSION,
                new Explanation(
                        "It has changed since you loaded it and is at version %d now; load it again, then decide"
                                .formatted(state.version())),
                Procedure.allowed(state));
    }

    Optional<Refusal> to(ComplaintCommand command) {
        return Procedure.unmet(command.getClass(), state)
                .map(unmet -> refusal(unmet.rule(), unmet.explanation()))
                .or(() -> toContent(command));
    }

    private Optional<Refusal> toContent(ComplaintCommand command) {
        return switch (command) {
            case ComplaintCommand.Assign ignored -> toSecondOwner();
            case ComplaintCommand.HandOver c -> toMissing(c.reason());
            case ComplaintCommand.CorrectTypology c ->
                    objectIf(
                            c.temper() == null && c.relation() == null,
                            Rule.NOTHING_CORRECTED,
                            "Say what the customer is: give a temper, a relation or both.");
            case ComplaintCommand.SeparateCustomer c -> toMissing(c.reason());
            case ComplaintCommand.RejoinCustomer c -> toMissing(c.reason());
            case ComplaintCommand.Reply c -> toMissing(c.text());
            case ComplaintCommand.DeclineDemand c -> toMissing(c.reason());
            case ComplaintCommand.DeclineProposal c -> toMissing(c.reason());
            case ComplaintCommand.MakePromise c -> toDue(c.due());
            case ComplaintCommand.KeepPromise c -> toPromise(c.promise());
            case ComplaintCommand.BreakPromise c -> toPromise(c.promise());
            case ComplaintCommand.Resolve c -> toResolving(c);
            case ComplaintCommand.AnswerFollowUp c -> toAnswer(c.round());
            case ComplaintCommand.Close c -> toClosing(c.reason());
            case ComplaintCommand.RegisterContact c ->
                    objectIf(
                            new Repetition(c, state.arrival()).isOnceTooMany(),
                            Rule.TOO_MANY_VERSIONS,
                            "Its id came with other words %d times; send it under one of its own."
                                    .formatted(Repetition.MOST_VERSIONS));
            case ComplaintCommand.Acknowledge ignored -> Optional.empty();
            case ComplaintCommand.Reoffer ignored -> Optional.empty();
            case ComplaintCommand.Clarify ignored -> Optional.empty();
            case ComplaintCommand.Assess ignored -> Optional.empty();
            case ComplaintCommand.ProposeSolution c -> refusal(Authorising.to(c.remedy()));
            case ComplaintCommand.WeighProposal c -> refusal(Authorising.to(c.remedy()));
            case ComplaintCommand.Approve ignored ->
                    refusal(new Authorising(state, occasion).toAnswering());
            case ComplaintCommand.RefuseApproval c ->
                    refusal(new Authorising(state, occasion).toAnswering())
                            .or(() -> toMissing(c.reason()));
            case ComplaintCommand.RenewPromise c ->
                    toPromise(c.promise())
                            .or(() -> toTooLate(c.promise()))
                            .or(() -> toMissing(c.reason()))
                            .or(() -> toDue(c.due()));
            case ComplaintCommand.ReviewQuality c -> refusal(Reviews.to(c, occasion.actor()));
            case ComplaintCommand.AppealReview c ->
                    refusal(state.work().reviews().to(c, occasion.actor()))
                            .or(() -> toMissing(c.reason()));
            case ComplaintCommand.DecideAppeal c ->
                    refusal(state.work().reviews().to(c, occasion.actor()))
                            .or(() -> toMissing(c.reason()));
            case ComplaintCommand.AcceptProposal ignored -> Optional.empty();
            case ComplaintCommand.ExecuteRemedy ignored -> Optional.empty();
            case ComplaintCommand.RecordFollowUp ignored -> Optional.empty();
            case ComplaintCommand.Reopen ignored -> Optional.empty();
            case ComplaintCommand.TakeInsight ignored -> Optional.empty();
            case ComplaintCommand.SendHoldingResponse c -> toMissing(c.text());
            case ComplaintCommand.StartWaiting c -> toMissing(c.reason());
            case ComplaintCommand.EndWaiting ignored -> Optional.empty();
            case ComplaintCommand.RescheduleClock ignored -> Optional.empty();
            case ComplaintCommand.WarnOfClock ignored -> Optional.empty();
            case ComplaintCommand.EscalateClock ignored -> Optional.empty();
            case ComplaintCommand.BreachClock ignored -> Optional.empty();
            case ComplaintCommand.ReviewPriority ignored -> Optional.empty();
            case ComplaintCommand.MergeInto c ->
                    objectIf(
                            c.into().equals(state.id()),
                            Rule.MERGE_INTO_ITSELF,
                            "A complaint can't be merged into itself; name the other one.");
            case ComplaintCommand.UndoMerge c -> toMissing(c.reason());
            case ComplaintCommand.TakeInDuplicate c -> toSurviving(c.duplicate());
            case ComplaintCommand.ConfirmMerge ignored -> Optional.empty();
            case ComplaintCommand.GiveUpMerge ignored -> Optional.empty();
            case ComplaintCommand.ReleaseDuplicate ignored -> Optional.empty();
        };
    }

    private Optional<Refusal> toSecondOwner() {
        return objectIf(
                state.owner() != null,
                Rule.ALREADY_OWNED,
                "Somebody is responsible already; hand the complaint over with a reason.");
    }

    private Optional<Refusal> toMissing(FreeText words) {
        return objectIf(
                words.isBlank(),
                Rule.REASON_MISSING,
                "Say it in words: the customer and the next person will read them.");
    }

    private Optional<Refusal> toDue(Instant due) {
        return objectIf(
                !due.isAfter(occasion.at()),
                Rule.PROMISE_DUE_IN_THE_PAST,
                "A promise is for the future; give a later time.");
    }

    private Optional<Refusal> toTooLate(PromiseId id) {
        return objectIf(
                state.promise(id).filter(known -> known.due().isAfter(occasion.at())).isEmpty(),
                Rule.PROMISE_DUE_IN_THE_PAST,
                "The time of this promise is over; tell the customer and make a new one.");
    }

    private Optional<Refusal> toPromise(PromiseId id) {
        Optional<Promise> promise = state.promise(id);
        if (promise.isEmpty()) {
            return objectIf(
                    true,
                    Rule.UNKNOWN_PROMISE,
                    "The complaint has no such promise; name one of those it has, or make one.");
        }
        return objectIf(
                promise.get().state() != Promise.State.OPEN,
                Rule.UNKNOWN_PROMISE,
                "This promise was broken already; tell the customer and make a new one.");
    }

    /// On the spot no procedure is asked for; but what was promised as a remedy must have been
    /// done.
    private Optional<Refusal> toResolving(ComplaintCommand.Resolve command) {
        Work work = state.work();
        if (work.isProposal(Proposal.Answer.ACCEPTED)) {
            return objectIf(
                    true,
                    Rule.REMEDY_NOT_EXECUTED,
                    "The customer accepted a remedy; carry it out first.");
        }
        boolean settled =
                command.onTheSpot()
                        || work.demandDeclined()
                        || work.isProposal(Proposal.Answer.EXECUTED);
        return settled ? Optional.empty() : toResolvingUnsettled(work);
    }

    private Optional<Refusal> toResolvingUnsettled(Work work) {
        if (work.clarification() == null) {
            return object(Requirement.CLARIFIED);
        }
        if (work.assessment() == null) {
            return object(Requirement.ASSESSED);
        }
        return work.proposal() == null
                ? objectIf(
                        true,
                        Rule.NO_OPEN_PROPOSAL,
                        "Propose a solution, or decline the demand with a reason, or resolve on the"
                                + " spot.")
                : objectIf(
                        true,
                        Rule.PROPOSAL_NOT_ACCEPTED,
                        "The customer has not accepted the proposed solution; get an answer,"
                                + " propose another one, or resolve on the spot.");
    }

    private Optional<Refusal> toAnswer(int round) {
        FollowUps followUps = state.followUps();
        if (round < 1 || round > followUps.sent()) {
            return object(Requirement.FOLLOWED_UP);
        }
        return objectIf(
                round <= followUps.answered(),
                Rule.ALREADY_ANSWERED,
                "This follow-up was answered before; a new contact reaches us at any time.");
    }

    private Optional<Refusal> toClosing(ClosingReason reason) {
        return switch (reason) {
            case CONFIRMED, NO_ANSWER, EVERYTHING_POSSIBLE_DONE ->
                    state.status().isResolved() ? Optional.empty() : object(Requirement.RESOLVED);
            case WITHDRAWN, NOT_A_COMPLAINT -> Optional.empty();
        };
    }

    /// Said to whoever asked at the duplicate; `allowed` is worked out there.
    private Optional<Refusal> toSurviving(ComplaintId duplicate) {
        if (state.links().duplicate(duplicate).isPresent()) {
            return Optional.empty();
        }
        return objectIf(
                        state.status() == Status.CLOSED,
                        Rule.SURVIVOR_CLOSED,
                        "The other complaint is closed; reopen that one first, or name another.")
                .or(
                        () ->
                                objectIf(
                                        state.links().merge() != null,
                                        Rule.SURVIVOR_MERGED,
                                        "The other complaint is merged, or about to be, itself;"
                                                + " merge into the one that stands for it."));
    }

    private Optional<Refusal> object(Requirement requirement) {
        return Optional.of(refusal(requirement.rule(), requirement.explanation()));
    }

    private Optional<Refusal> refusal(Optional<Objection> objection) {
        return objection.map(because -> refusal(because.rule(), because.explanation()));
    }

    private Optional<Refusal> objectIf(boolean so, Rule rule, String explanation) {
        return so ? Optional.of(refusal(rule, explanation)) : Optional.empty();
    }

    private Refusal refusal(Rule rule, String explanation) {
        return new Refusal(rule, new Explanation(explanation), Procedure.allowed(state));
    }
}
