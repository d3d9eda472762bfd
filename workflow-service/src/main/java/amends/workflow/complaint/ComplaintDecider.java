package amends.workflow.complaint;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.Refusal;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.ContactId;
import amends.workflow.priority.News;
import amends.workflow.words.Said;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Decides what a command does to a complaint. Pure: time, actor and policies come in with the
/// occasion.
///
/// First: is it already so ([Moot])? Then: does anything speak against it ([Objections])? Then:
/// what follows.
public final class ComplaintDecider {

    public Decision decide(ComplaintCommand command, Complaint state, Occasion occasion) {
        boolean knowable = state.exists() || command instanceof ComplaintCommand.RegisterContact;
        if (knowable && new Moot(state, occasion).is(command)) {
            return new Decision.Accepted(List.of());
        }
        Optional<Refusal> refusal = new Objections(state, occasion).to(command);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Unfolding unfolding = new Unfolding(state, occasion);
        follow(command, unfolding, occasion);
        return new Decision.Accepted(unfolding.conclude());
    }

    /// The same for somebody who saw a certain version: what changed since might change his mind.
    ///
    /// @param seen absent: any version will do
    public Decision decide(
            ComplaintCommand command, Complaint state, Occasion occasion, @Nullable Long seen) {
        return seen == null || !state.exists() || seen == state.version()
                ? decide(command, state, occasion)
                : new Decision.Refused(Objections.toStale(state));
    }

    /// The commands that people and services may give in this state, as far as it decides alone.
    public List<CommandName> allowed(Complaint state) {
        return Procedure.allowed(state);
    }

    /// Long because it is one list: what follows from each command.
    private static void follow(ComplaintCommand command, Unfolding then, Occasion occasion) {
        switch (command) {
            case ComplaintCommand.RegisterContact c ->
                    Registration.follow(new Repetition(c, then.state().arrival()).told(), then);
            case ComplaintCommand.Acknowledge ignored ->
                    then.happens(new ComplaintEvent.ComplaintAcknowledged());
            case ComplaintCommand.Assign c ->
                    then.happens(new ComplaintEvent.ComplaintAssigned(c.agent()));
            case ComplaintCommand.HandOver c ->
                    HandingOver.follow(c, then, occasion.policies().routing());
            case ComplaintCommand.Reoffer c ->
                    HandingOver.offerAgain(
                            Objects.requireNonNullElse(c.reason(), ReofferReason.OWNER_GONE), then);
            case ComplaintCommand.Reply c -> then.happens(new ComplaintEvent.ReplySent(c.text()));
            case ComplaintCommand.Clarify c -> {
                then.happens(new ComplaintEvent.ComplaintClarified(c.concern(), c.demand()));
                change(then, News.of(Said.of(c.concern().words().value())));
            }
            case ComplaintCommand.MakePromise c ->
                    then.happens(
                            new ComplaintEvent.PromiseMade(
                                    Promise.idOf(then.state().id(), c.what(), c.due()),
                                    c.what(),
                                    c.due()));
            case ComplaintCommand.KeepPromise c ->
                    then.happens(new ComplaintEvent.PromiseKept(c.promise()));
            case ComplaintCommand.RenewPromise c ->
                    then.happens(
                            new ComplaintEvent.PromiseRenewed(c.promise(), c.reason(), c.due()));
            case ComplaintCommand.BreakPromise c -> {
                then.happens(new ComplaintEvent.PromiseBroken(c.promise()));
                change(then, News.NONE);
            }
            case ComplaintCommand.Assess c ->
                    then.happens(new ComplaintEvent.ComplaintAssessed(c.assessment()));
            case ComplaintCommand.DeclineDemand c ->
                    then.happens(new ComplaintEvent.DemandDeclined(c.reason()));
            case ComplaintCommand.ProposeSolution c ->
                    new Authorising(then.state(), occasion).propose(c, BigDecimal.ZERO, then);
            case ComplaintCommand.WeighProposal c ->
                    new Authorising(then.state(), occasion)
                            .propose(c.proposal(), c.elsewhere(), then);
            case ComplaintCommand.Approve ignored ->
                    new Authorising(then.state(), occasion).approve(then);
            case ComplaintCommand.RefuseApproval c ->
                    new Authorising(then.state(), occasion).refuse(c.reason(), then);
            case ComplaintCommand.AcceptProposal ignored ->
                    then.happens(new ComplaintEvent.ProposalAccepted());
            case ComplaintCommand.DeclineProposal c ->
                    then.happens(new ComplaintEvent.ProposalDeclined(c.reason()));
            case ComplaintCommand.ExecuteRemedy c ->
                    then.happens(
                            new ComplaintEvent.RemedyExecuted(
                                    Objects.requireNonNull(then.state().work().proposal()).remedy(),
                                    c.note()));
            case ComplaintCommand.SendHoldingResponse c ->
                    then.happens(new ComplaintEvent.HoldingResponseSent(c.text()));
            case ComplaintCommand.StartWaiting c -> {
                endWaiting(then);
                then.happens(new ComplaintEvent.WaitingStarted(c.waitingFor(), c.reason()));
            }
            case ComplaintCommand.EndWaiting ignored -> endWaiting(then);
            case ComplaintCommand.Resolve c -> resolve(c, then, occasion);
            case ComplaintCommand.RecordFollowUp c ->
                    then.happens(new ComplaintEvent.FollowUpSent(c.round()));
            case ComplaintCommand.AnswerFollowUp c -> answer(c, then);
            case ComplaintCommand.Reopen c -> reopen(c.reason(), null, News.NONE, then);
            case ComplaintCommand.Close c -> close(c.reason(), then);
            case ComplaintCommand.TakeInsight c -> {
                change(then, News.of(c.insight()));
                Recognising.follow(c.insight(), then);
            }
            case ComplaintCommand.CorrectTypology c -> Recognising.correct(c, then);
            case ComplaintCommand.SeparateCustomer c -> Separating.follow(c, then);
            case ComplaintCommand.RejoinCustomer c -> Separating.undo(c, then);
            case ComplaintCommand.ReviewQuality c ->
                    then.happens(
                            new ComplaintEvent.QualityReviewed(
                                    Review.idOf(then.state().id(), occasion.actor(), c),
                                    c.agent(),
                                    c.answers(),
                                    c.note()));
            case ComplaintCommand.AppealReview c ->
                    then.happens(new ComplaintEvent.ReviewAppealed(c.review(), c.reason()));
            case ComplaintCommand.DecideAppeal c ->
                    then.happens(
                            new ComplaintEvent.AppealDecided(
                                    c.review(), c.reviewStands(), c.reason()));
            case ComplaintCommand.ReviewPriority ignored -> change(then, News.NONE);
            case ComplaintCommand.RescheduleClock c ->
                    then.happens(
                            new ComplaintEvent.ClockRescheduled(
                                    c.clock(),
                                    c.warnAt(),
                                    c.dueAt(),
                                    c.left(),
                                    c.policy(),
                                    c.calendar(),
                                    c.steps()));
            case ComplaintCommand.WarnOfClock c ->
                    then.happens(new ComplaintEvent.ClockWarned(c.clock(), c.dueAt(), c.percent()));
            case ComplaintCommand.EscalateClock c -> Escalating.follow(c, then);
            case ComplaintCommand.BreachClock c ->
                    then.happens(new ComplaintEvent.ClockBreached(c.clock(), c.dueAt()));
            case ComplaintCommand.MergeInto c -> Merging.request(c, then);
            case ComplaintCommand.UndoMerge c -> Merging.undo(c, then);
            case ComplaintCommand.TakeInDuplicate c -> Merging.takeIn(c, then);
            case ComplaintCommand.ConfirmMerge c ->
                    then.happens(new ComplaintEvent.ComplaintMerged(c.into()));
            case ComplaintCommand.GiveUpMerge c -> Merging.giveUp(c, then);
            case ComplaintCommand.ReleaseDuplicate c -> Merging.release(c, then);
        }
    }

    static void change(Unfolding then, News news) {
        then.reassess(news);
        then.route();
    }

    static void endWaiting(Unfolding then) {
        WaitingFor waiting = then.state().waiting();
        if (waiting != null) {
            then.happens(new ComplaintEvent.WaitingEnded(waiting));
        }
    }

    /// Promises still open are kept by the solution, unless their time passed before it came.
    private static void resolve(
            ComplaintCommand.Resolve command, Unfolding then, Occasion occasion) {
        endWaiting(then);
        for (Promise promise : then.state().promises()) {
            if (promise.state() == Promise.State.OPEN) {
                then.happens(
                        occasion.at().isAfter(promise.due())
                                ? new ComplaintEvent.PromiseBroken(promise.id())
                                : new ComplaintEvent.PromiseKept(promise.id()));
            }
        }
        then.happens(
                new ComplaintEvent.ComplaintResolved(
                        command.onTheSpot(), command.verification(), command.summary()));
    }

    private static void answer(ComplaintCommand.AnswerFollowUp command, Unfolding then) {
        Status status = then.state().status();
        then.happens(new ComplaintEvent.FollowUpAnswered(command.round(), command.answer()));
        if (!command.answer().solved()) {
            if (!status.isOpen() && status != Status.MERGED) {
                reopen(ReopeningReason.FOLLOW_UP_SAID_NOT_SOLVED, null, News.NONE, then);
            }
        } else if (status.isResolved()) {
            close(ClosingReason.CONFIRMED, then);
        }
    }

    static void reopen(
            ReopeningReason reason, @Nullable ContactId contact, News news, Unfolding then) {
        then.happens(new ComplaintEvent.ComplaintReopened(reason, contact));
        then.reassess(news);
        HandingOver.offerAgain(ReofferReason.REOPENED, then);
    }

    private static void close(ClosingReason reason, Unfolding then) {
        endWaiting(then);
        then.happens(new ComplaintEvent.ComplaintClosed(reason));
    }
}
