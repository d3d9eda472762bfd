package amends.workflow.complaint;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStep;
import amends.workflow.sla.RunningClock;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Recognises commands that ask for what is already so, and wishes of time that don't matter any
/// more.
final class Moot {

    private final Complaint state;
    private final Occasion occasion;

    Moot(Complaint state, Occasion occasion) {
        this.state = state;
        this.occasion = occasion;
    }

    /// Long because it is one list: when each command is a repetition.
    boolean is(ComplaintCommand command) {
        Work work = state.work();
        return switch (command) {
            case ComplaintCommand.RegisterContact c ->
                    new Repetition(c, state.arrival()).isOfTheSame();
            case ComplaintCommand.Acknowledge ignored -> work.acknowledged();
            case ComplaintCommand.Assign c -> c.agent().equals(state.owner());
            case ComplaintCommand.HandOver c -> isAlreadyWith(c.to()) || isDiverted(c.to());
            case ComplaintCommand.Reoffer c ->
                    !state.status().isOpen() || !c.from().equals(state.owner());
            case ComplaintCommand.CorrectTypology c ->
                    state.typology().isCorrectedTo(c.temper(), c.relation());
            case ComplaintCommand.SeparateCustomer ignored -> isSeparated();
            case ComplaintCommand.RejoinCustomer ignored -> !isSeparated();
            case ComplaintCommand.Reply c -> Fingerprint.of(c.text()).equals(work.lastReply());
            case ComplaintCommand.Clarify c ->
                    Fingerprint.of(c.concern(), c.demand()).equals(work.clarification());
            case ComplaintCommand.MakePromise c ->
                    state.promise(Promise.idOf(state.id(), c.what(), c.due())).isPresent();
            case ComplaintCommand.KeepPromise c ->
                    state.promise(c.promise())
                            .filter(promise -> promise.state() == Promise.State.KEPT)
                            .isPresent();
            case ComplaintCommand.RenewPromise c ->
                    state.promise(c.promise())
                            .filter(promise -> promise.due().equals(c.due()))
                            .isPresent();
            case ComplaintCommand.Assess c ->
                    Fingerprint.of(c.assessment()).equals(work.assessment());
            case ComplaintCommand.DeclineDemand ignored -> work.demandDeclined();
            case ComplaintCommand.ProposeSolution c -> isOffered(c);
            case ComplaintCommand.WeighProposal c -> isOffered(c.proposal());
            case ComplaintCommand.Approve ignored ->
                    new Authorising(state, occasion).isAlreadyApproved();
            case ComplaintCommand.RefuseApproval ignored ->
                    new Authorising(state, occasion).isAlreadyRefused();
            case ComplaintCommand.AcceptProposal ignored ->
                    work.isProposal(Proposal.Answer.ACCEPTED)
                            || work.isProposal(Proposal.Answer.EXECUTED);
            case ComplaintCommand.DeclineProposal ignored ->
                    work.isProposal(Proposal.Answer.DECLINED);
            case ComplaintCommand.ExecuteRemedy ignored ->
                    work.isProposal(Proposal.Answer.EXECUTED);
            case ComplaintCommand.Resolve ignored -> state.status().isResolved();
            case ComplaintCommand.RecordFollowUp c -> c.round() <= state.followUps().sent();
            case ComplaintCommand.AnswerFollowUp c ->
                    state.followUps().isAnswered(c.round(), c.answer());
            case ComplaintCommand.Reopen ignored -> state.status() == Status.REOPENED;
            case ComplaintCommand.Close c ->
                    state.status() == Status.CLOSED || isBrokenSilence(c.reason());
            case ComplaintCommand.ReviewQuality c ->
                    work.reviews().find(Review.idOf(state.id(), occasion.actor(), c)).isPresent();
            case ComplaintCommand.AppealReview c -> work.reviews().isAlready(c);
            case ComplaintCommand.DecideAppeal c -> work.reviews().isAlready(c);
            case ComplaintCommand.TakeInsight ignored -> !state.status().isOpen();
            case ComplaintCommand.ReviewPriority ignored -> !state.status().isOpen();
            case ComplaintCommand.SendHoldingResponse c ->
                    Fingerprint.of(c.text()).equals(work.lastReply());
            case ComplaintCommand.StartWaiting c -> c.waitingFor() == state.waiting();
            case ComplaintCommand.EndWaiting ignored -> state.waiting() == null;
            case ComplaintCommand.RescheduleClock c ->
                    state.clock(c.clock()).filter(clock -> isOtherThan(clock, c)).isEmpty();
            case ComplaintCommand.WarnOfClock c -> isIdleWarning(c);
            case ComplaintCommand.EscalateClock c ->
                    running(c.clock(), c.dueAt())
                            .filter(clock -> isNextStep(clock, c.percent()))
                            .isEmpty();
            case ComplaintCommand.BreachClock c ->
                    running(c.clock(), c.dueAt())
                            .filter(clock -> !clock.breached() && isPast(clock.dueAt()))
                            .isEmpty();
            case ComplaintCommand.BreakPromise c -> isPromiseLeftAlone(c);
            case ComplaintCommand.MergeInto c ->
                    state.links().merge() != null && state.links().merge().into().equals(c.into());
            case ComplaintCommand.UndoMerge ignored -> state.links().merge() == null;
            case ComplaintCommand.TakeInDuplicate c ->
                    state.links().contactsOf(c.duplicate()) >= c.contacts();
            case ComplaintCommand.ConfirmMerge c -> !isAwaited(c.into(), c.request());
            case ComplaintCommand.GiveUpMerge c -> !isAwaited(c.into(), c.request());
            case ComplaintCommand.ReleaseDuplicate c ->
                    state.links().duplicate(c.duplicate()).isEmpty();
        };
    }

    private boolean isSeparated() {
        return state.arrival() != null && state.arrival().separatedFrom() != null;
    }

    private boolean isAwaited(ComplaintId survivor, long request) {
        return state.links().isPending(survivor, request);
    }

    private boolean isAlreadyWith(@Nullable AgentId to) {
        return state.status().isOpen() && Objects.equals(to, state.owner());
    }

    /// Its customer was sent round, so somebody with authority gets it instead.
    private boolean isDiverted(@Nullable AgentId to) {
        Ownership ownership = state.ownership();
        return state.status().isOpen()
                && ownership.sentRound()
                && state.owner() == null
                && Objects.equals(to, ownership.instead());
    }

    private boolean isOffered(ComplaintCommand.ProposeSolution command) {
        Fingerprint offer = Fingerprint.of(command.remedy(), command.explanation());
        Proposal proposal = state.work().proposal();
        Approval approval = state.work().granting().approval();
        boolean waits =
                approval != null && approval.isWaiting() && approval.fingerprint().equals(offer);
        return waits
                || (proposal != null
                        && proposal.answer() != Proposal.Answer.DECLINED
                        && proposal.fingerprint().equals(offer));
    }

    /// Somebody spoke before the timer for silence arrived.
    private boolean isBrokenSilence(ClosingReason reason) {
        return reason == ClosingReason.NO_ANSWER
                && occasion.isAutomatic()
                && Timers.silentAt(state, occasion.policies()).filter(this::isPast).isEmpty();
    }

    /// One that was paused or went on in between is left alone: its schedule is no longer true.
    private static boolean isOtherThan(
            RunningClock clock, ComplaintCommand.RescheduleClock command) {
        return clock.isPaused() == (command.left() != null)
                && (clock.isPaused()
                        ? !Objects.equals(clock.left(), command.left())
                        : !clock.dueAt().equals(command.dueAt()));
    }

    private boolean isIdleWarning(ComplaintCommand.WarnOfClock command) {
        Integer percent = command.percent();
        return running(command.clock(), command.dueAt())
                .filter(
                        clock ->
                                percent == null
                                        ? !clock.warned() && isPast(clock.warnAt())
                                        : isNextStep(clock, percent))
                .isEmpty();
    }

    private boolean isNextStep(RunningClock clock, int percent) {
        ClockStep next = clock.nextStep();
        return next != null && next.percent() == percent && isPast(next.at());
    }

    private Optional<RunningClock> running(ClockName name, Instant dueAt) {
        return state.clock(name).filter(clock -> !clock.isPaused() && clock.dueAt().equals(dueAt));
    }

    /// Broken already, kept, not due yet, or without meaning because the complaint is settled.
    private boolean isPromiseLeftAlone(ComplaintCommand.BreakPromise command) {
        return state.promise(command.promise())
                .filter(
                        promise ->
                                promise.state() != Promise.State.OPEN
                                        || !state.status().isOpen()
                                        || (occasion.isAutomatic() && !isPast(promise.due())))
                .isPresent();
    }

    private boolean isPast(Instant instant) {
        return !occasion.at().isBefore(instant);
    }
}
