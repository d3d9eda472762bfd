package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.answer;
import static amends.workflow.complaint.Commands.assess;
import static amends.workflow.complaint.Commands.assign;
import static amends.workflow.complaint.Commands.clarify;
import static amends.workflow.complaint.Commands.close;
import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.execute;
import static amends.workflow.complaint.Commands.handOver;
import static amends.workflow.complaint.Commands.promise;
import static amends.workflow.complaint.Commands.propose;
import static amends.workflow.complaint.Commands.reply;
import static amends.workflow.complaint.Commands.resolve;
import static amends.workflow.complaint.Commands.text;
import static amends.workflow.complaint.Commands.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Explanation;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.Refusal;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.insight.ClusterId;
import amends.contracts.insight.Insight;
import amends.contracts.sla.ClockName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every command: what it brings about, that it does so once, and when it is refused.
class ProcedureTest {

    private static final ComplaintCommand.RegisterContact FIRST = contact("first", "It broke");
    private static final Instant TOMORROW = Case.START.plus(Duration.ofDays(1));
    private static final PromiseId PROMISE =
            Promise.idOf(Case.ID, promise(TOMORROW).what(), TOMORROW);
    private static final ClockName ACKNOWLEDGEMENT = new ClockName("acknowledgement");
    private static final ComplaintCommand[] TO_RESOLVED = {FIRST, resolve(true)};
    private static final ComplaintCommand[] TO_FOLLOWED_UP = {
        FIRST, resolve(true), new ComplaintCommand.RecordFollowUp(1)
    };
    private static final ComplaintId OTHER = new ComplaintId("7ZZZ00000001");
    private static final ComplaintCommand MERGE = new ComplaintCommand.MergeInto(OTHER);
    private static final ComplaintCommand AGREED =
            new ComplaintCommand.ConfirmMerge(OTHER, 7, null);
    private static final ComplaintCommand DUPLICATE =
            new ComplaintCommand.TakeInDuplicate(OTHER, 3, 1, List.of(), null);
    private static final ComplaintCommand[] TO_CLOSED = {FIRST, close(ClosingReason.WITHDRAWN)};
    private static final ComplaintCommand[] TO_PROPOSED = {FIRST, clarify(), assess(), propose()};
    private static final ComplaintCommand[] TO_ACCEPTED = {
        FIRST, clarify(), assess(), propose(), new ComplaintCommand.AcceptProposal()
    };
    private static final ComplaintCommand[] TO_REMEDIED = {
        FIRST, clarify(), assess(), propose(), new ComplaintCommand.AcceptProposal(), execute()
    };

    /// A command that is accepted: what went before, and the kinds of event that follow.
    record Step(ComplaintCommand command, List<ComplaintCommand> given, List<Class<?>> events) {
        @Override
        public String toString() {
            return command.getClass().getSimpleName() + " after " + names(given);
        }
    }

    static Stream<Step> accepted() {
        return Stream.of(
                step(
                        FIRST,
                        given(),
                        ComplaintEvent.ComplaintReceived.class,
                        ComplaintEvent.PriorityAssessed.class,
                        ComplaintEvent.ComplaintQueued.class,
                        ComplaintEvent.ClockStarted.class,
                        ComplaintEvent.ClockStarted.class,
                        ComplaintEvent.ClockStarted.class),
                step(
                        contact("second", "Still broken"),
                        given(FIRST),
                        ComplaintEvent.ContactAppended.class,
                        ComplaintEvent.PriorityAssessed.class),
                step(
                        contact("second", "Still broken"),
                        given(TO_RESOLVED),
                        ComplaintEvent.ContactAppended.class,
                        ComplaintEvent.ComplaintReopened.class,
                        ComplaintEvent.PriorityAssessed.class,
                        ComplaintEvent.ClockStarted.class,
                        ComplaintEvent.ClockStarted.class),
                step(
                        contact("second", "Still broken"),
                        given(TO_CLOSED),
                        ComplaintEvent.ContactAppended.class,
                        ComplaintEvent.ComplaintReopened.class,
                        ComplaintEvent.PriorityAssessed.class,
                        ComplaintEvent.ClockStarted.class,
                        ComplaintEvent.ClockStarted.class),
                step(
                        new ComplaintCommand.Acknowledge(),
                        given(FIRST),
                        ComplaintEvent.ComplaintAcknowledged.class,
                        ComplaintEvent.ClockMet.class),
                step(assign("sato"), given(FIRST), ComplaintEvent.ComplaintAssigned.class),
                step(
                        handOver("tanaka"),
                        given(FIRST, assign("sato")),
                        ComplaintEvent.ComplaintHandedOver.class,
                        ComplaintEvent.SignOfBadServiceSeen.class),
                step(
                        new ComplaintCommand.HandOver(null, text("I am ill")),
                        given(FIRST, assign("sato")),
                        ComplaintEvent.ComplaintHandedOver.class,
                        ComplaintEvent.SignOfBadServiceSeen.class),
                step(
                        new ComplaintCommand.Reoffer(Case.SATO),
                        given(FIRST, assign("sato")),
                        ComplaintEvent.ComplaintReoffered.class),
                step(
                        reply("We are sorry"),
                        given(FIRST),
                        ComplaintEvent.ReplySent.class,
                        ComplaintEvent.ClockMet.class,
                        ComplaintEvent.ClockMet.class),
                step(reply("Thank you"), given(TO_RESOLVED), ComplaintEvent.ReplySent.class),
                step(Commands.correction(1), given(FIRST), ComplaintEvent.TypologyCorrected.class),
                step(
                        new ComplaintCommand.SeparateCustomer(text("Her son")),
                        given(TO_CLOSED),
                        ComplaintEvent.CustomerSeparated.class),
                step(
                        new ComplaintCommand.RejoinCustomer(text("It was she")),
                        given(FIRST, new ComplaintCommand.SeparateCustomer(text("Her son"))),
                        ComplaintEvent.CustomerRejoined.class),
                step(clarify(), given(FIRST), ComplaintEvent.ComplaintClarified.class),
                step(
                        promise(TOMORROW),
                        given(FIRST),
                        ComplaintEvent.PromiseMade.class,
                        ComplaintEvent.ClockStarted.class),
                step(
                        new ComplaintCommand.KeepPromise(PROMISE),
                        given(FIRST, promise(TOMORROW)),
                        ComplaintEvent.PromiseKept.class,
                        ComplaintEvent.ClockMet.class),
                step(
                        new ComplaintCommand.BreakPromise(PROMISE),
                        given(FIRST, promise(TOMORROW)),
                        ComplaintEvent.PromiseBroken.class,
                        ComplaintEvent.ClockCancelled.class,
                        ComplaintEvent.SignOfBadServiceSeen.class,
                        ComplaintEvent.PriorityAssessed.class),
                step(
                        new ComplaintCommand.RenewPromise(
                                PROMISE, text("It rains"), TOMORROW.plusSeconds(3600)),
                        given(FIRST, promise(TOMORROW)),
                        ComplaintEvent.PromiseRenewed.class,
                        ComplaintEvent.ClockCancelled.class,
                        ComplaintEvent.ClockStarted.class),
                step(
                        new ComplaintCommand.WeighProposal(
                                propose().remedy(), propose().explanation(), BigDecimal.TEN),
                        given(FIRST, clarify(), assess()),
                        ComplaintEvent.SolutionProposed.class,
                        ComplaintEvent.ClockMet.class,
                        ComplaintEvent.ClockMet.class),
                step(assess(), given(FIRST, clarify()), ComplaintEvent.ComplaintAssessed.class),
                step(
                        new ComplaintCommand.DeclineDemand(text("It was never ours")),
                        given(FIRST, clarify(), assess()),
                        ComplaintEvent.DemandDeclined.class,
                        ComplaintEvent.ClockMet.class,
                        ComplaintEvent.ClockMet.class),
                step(
                        propose(),
                        given(FIRST, clarify(), assess()),
                        ComplaintEvent.SolutionProposed.class,
                        ComplaintEvent.ClockMet.class,
                        ComplaintEvent.ClockMet.class),
                step(propose("2000"), given(TO_PROPOSED), ComplaintEvent.SolutionProposed.class),
                step(
                        new ComplaintCommand.AcceptProposal(),
                        given(TO_PROPOSED),
                        ComplaintEvent.ProposalAccepted.class),
                step(
                        new ComplaintCommand.DeclineProposal(text("Too little")),
                        given(TO_PROPOSED),
                        ComplaintEvent.ProposalDeclined.class),
                step(execute(), given(TO_ACCEPTED), ComplaintEvent.RemedyExecuted.class),
                step(
                        new ComplaintCommand.SendHoldingResponse(text("We need two weeks more")),
                        given(FIRST),
                        ComplaintEvent.HoldingResponseSent.class),
                step(
                        waiting(WaitingFor.PARTS),
                        given(FIRST),
                        ComplaintEvent.WaitingStarted.class,
                        ComplaintEvent.ClockPaused.class),
                step(
                        waiting(WaitingFor.CUSTOMER),
                        given(FIRST, waiting(WaitingFor.PARTS)),
                        ComplaintEvent.WaitingEnded.class,
                        ComplaintEvent.ClockResumed.class,
                        ComplaintEvent.WaitingStarted.class,
                        ComplaintEvent.ClockPaused.class),
                step(
                        new ComplaintCommand.EndWaiting(),
                        given(FIRST, waiting(WaitingFor.PARTS)),
                        ComplaintEvent.WaitingEnded.class,
                        ComplaintEvent.ClockResumed.class),
                step(
                        contact("second", "Here is the photo"),
                        given(FIRST, waiting(WaitingFor.CUSTOMER)),
                        ComplaintEvent.ContactAppended.class,
                        ComplaintEvent.WaitingEnded.class,
                        ComplaintEvent.ClockResumed.class,
                        ComplaintEvent.PriorityAssessed.class),
                step(
                        close(ClosingReason.WITHDRAWN),
                        given(FIRST, waiting(WaitingFor.SUPPLIER)),
                        ComplaintEvent.WaitingEnded.class,
                        ComplaintEvent.ClockResumed.class,
                        ComplaintEvent.ComplaintClosed.class,
                        ComplaintEvent.ClockCancelled.class,
                        ComplaintEvent.ClockCancelled.class,
                        ComplaintEvent.ClockCancelled.class),
                step(
                        resolve(false),
                        given(TO_REMEDIED),
                        ComplaintEvent.ComplaintResolved.class,
                        ComplaintEvent.ClockMet.class),
                step(
                        resolve(true),
                        given(FIRST, promise(TOMORROW)),
                        ComplaintEvent.PromiseKept.class,
                        ComplaintEvent.ClockMet.class,
                        ComplaintEvent.ComplaintResolved.class,
                        ComplaintEvent.ClockMet.class,
                        ComplaintEvent.ClockMet.class,
                        ComplaintEvent.ClockMet.class),
                step(
                        resolve(false),
                        given(
                                FIRST,
                                clarify(),
                                assess(),
                                new ComplaintCommand.DeclineDemand(text("It was never ours"))),
                        ComplaintEvent.ComplaintResolved.class,
                        ComplaintEvent.ClockMet.class),
                step(
                        new ComplaintCommand.RecordFollowUp(1),
                        given(TO_RESOLVED),
                        ComplaintEvent.FollowUpSent.class),
                step(
                        answer(1, true),
                        given(TO_FOLLOWED_UP),
                        ComplaintEvent.FollowUpAnswered.class,
                        ComplaintEvent.ComplaintClosed.class),
                step(
                        answer(1, false),
                        given(TO_FOLLOWED_UP),
                        ComplaintEvent.FollowUpAnswered.class,
                        ComplaintEvent.ComplaintReopened.class,
                        ComplaintEvent.ClockStarted.class),
                step(
                        new ComplaintCommand.Reopen(ReopeningReason.AGENT_DECISION),
                        given(TO_CLOSED),
                        ComplaintEvent.ComplaintReopened.class,
                        ComplaintEvent.ClockStarted.class),
                step(
                        close(ClosingReason.EVERYTHING_POSSIBLE_DONE),
                        given(TO_RESOLVED),
                        ComplaintEvent.ComplaintClosed.class),
                step(
                        close(ClosingReason.WITHDRAWN),
                        given(FIRST),
                        ComplaintEvent.ComplaintClosed.class,
                        ComplaintEvent.ClockCancelled.class,
                        ComplaintEvent.ClockCancelled.class,
                        ComplaintEvent.ClockCancelled.class),
                step(MERGE, given(FIRST), ComplaintEvent.MergeRequested.class),
                step(AGREED, given(FIRST, MERGE), ComplaintEvent.ComplaintMerged.class),
                step(
                        new ComplaintCommand.GiveUpMerge(
                                OTHER,
                                7,
                                new Refusal(
                                        Refusal.Rule.SURVIVOR_CLOSED,
                                        new Explanation("It is closed"),
                                        List.of()),
                                null),
                        given(FIRST, MERGE),
                        ComplaintEvent.MergeRefused.class),
                step(
                        new ComplaintCommand.UndoMerge(text("Two matters")),
                        given(FIRST, MERGE, AGREED),
                        ComplaintEvent.ComplaintUnmerged.class),
                step(
                        contact("second", "Still broken"),
                        given(FIRST, MERGE, AGREED),
                        ComplaintEvent.ContactPassedOn.class),
                step(
                        DUPLICATE,
                        given(FIRST),
                        ComplaintEvent.DuplicateTakenIn.class,
                        ComplaintEvent.PriorityAssessed.class),
                step(
                        new ComplaintCommand.ReleaseDuplicate(OTHER),
                        given(FIRST, DUPLICATE),
                        ComplaintEvent.DuplicateReleased.class,
                        ComplaintEvent.PriorityAssessed.class),
                step(
                        new ComplaintCommand.TakeInsight(
                                new Insight.ConcernRising(new ClusterId("c1"), 12)),
                        given(FIRST),
                        ComplaintEvent.PriorityAssessed.class));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void bringsAboutItsEventsOnce(Step step) {
        Case complaint = new Case().given(step.given().toArray(ComplaintCommand[]::new));
        assertThat(complaint.accepts(step.command()))
                .extracting(Object::getClass)
                .isEqualTo(step.events());
        if (complaint.state().status() != Status.CLOSED
                || step.command() instanceof ComplaintCommand.Close) {
            assertThat(complaint.accepts(step.command())).as("repeated").isEmpty();
        }
    }

    /// A command that is refused: what went before, and the rule.
    record Refused(ComplaintCommand command, List<ComplaintCommand> given, Refusal.Rule rule) {
        @Override
        public String toString() {
            return "%s after %s: %s"
                    .formatted(command.getClass().getSimpleName(), names(given), rule);
        }
    }

    static Stream<Refused> refused() {
        return Stream.of(
                refused(assign("tanaka"), given(TO_CLOSED), Refusal.Rule.CLOSED),
                refused(assign("tanaka"), given(TO_RESOLVED), Refusal.Rule.ALREADY_RESOLVED),
                refused(assign("tanaka"), given(FIRST, assign("sato")), Refusal.Rule.ALREADY_OWNED),
                refused(
                        new ComplaintCommand.HandOver(null, text(" ")),
                        given(FIRST, assign("sato")),
                        Refusal.Rule.REASON_MISSING),
                refused(handOver("tanaka"), given(TO_CLOSED), Refusal.Rule.CLOSED),
                refused(new ComplaintCommand.Acknowledge(), given(TO_CLOSED), Refusal.Rule.CLOSED),
                refused(reply("Hello"), given(TO_CLOSED), Refusal.Rule.CLOSED),
                refused(reply(""), given(FIRST), Refusal.Rule.REASON_MISSING),
                refused(
                        new ComplaintCommand.StartWaiting(WaitingFor.PARTS, text("")),
                        given(FIRST),
                        Refusal.Rule.REASON_MISSING),
                refused(
                        waiting(WaitingFor.PARTS),
                        given(TO_RESOLVED),
                        Refusal.Rule.ALREADY_RESOLVED),
                refused(
                        new ComplaintCommand.SendHoldingResponse(text(" ")),
                        given(FIRST),
                        Refusal.Rule.REASON_MISSING),
                refused(
                        new ComplaintCommand.SeparateCustomer(text(" ")),
                        given(FIRST),
                        Refusal.Rule.REASON_MISSING),
                refused(clarify(), given(TO_RESOLVED), Refusal.Rule.ALREADY_RESOLVED),
                refused(promise(Case.START), given(FIRST), Refusal.Rule.PROMISE_DUE_IN_THE_PAST),
                refused(promise(TOMORROW), given(TO_CLOSED), Refusal.Rule.CLOSED),
                refused(
                        new ComplaintCommand.KeepPromise(PROMISE),
                        given(FIRST),
                        Refusal.Rule.UNKNOWN_PROMISE),
                refused(
                        new ComplaintCommand.KeepPromise(PROMISE),
                        given(FIRST, promise(TOMORROW), new ComplaintCommand.BreakPromise(PROMISE)),
                        Refusal.Rule.UNKNOWN_PROMISE),
                refused(
                        new ComplaintCommand.BreakPromise(PROMISE),
                        given(FIRST),
                        Refusal.Rule.UNKNOWN_PROMISE),
                refused(assess(), given(FIRST), Refusal.Rule.NOT_CLARIFIED),
                refused(
                        new ComplaintCommand.DeclineDemand(text("No")),
                        given(FIRST, clarify()),
                        Refusal.Rule.NOT_ASSESSED),
                refused(
                        new ComplaintCommand.DeclineDemand(text("")),
                        given(FIRST, clarify(), assess()),
                        Refusal.Rule.REASON_MISSING),
                refused(propose(), given(FIRST, clarify()), Refusal.Rule.NOT_ASSESSED),
                refused(
                        new ComplaintCommand.AcceptProposal(),
                        given(FIRST),
                        Refusal.Rule.NO_OPEN_PROPOSAL),
                refused(
                        new ComplaintCommand.DeclineProposal(text("Too little")),
                        given(TO_ACCEPTED),
                        Refusal.Rule.NO_OPEN_PROPOSAL),
                refused(execute(), given(TO_PROPOSED), Refusal.Rule.PROPOSAL_NOT_ACCEPTED),
                refused(execute(), given(FIRST), Refusal.Rule.PROPOSAL_NOT_ACCEPTED),
                refused(resolve(false), given(FIRST), Refusal.Rule.NOT_CLARIFIED),
                refused(resolve(false), given(FIRST, clarify()), Refusal.Rule.NOT_ASSESSED),
                refused(
                        resolve(false),
                        given(FIRST, clarify(), assess()),
                        Refusal.Rule.NO_OPEN_PROPOSAL),
                refused(resolve(false), given(TO_PROPOSED), Refusal.Rule.PROPOSAL_NOT_ACCEPTED),
                refused(resolve(true), given(TO_ACCEPTED), Refusal.Rule.REMEDY_NOT_EXECUTED),
                refused(resolve(true), given(TO_CLOSED), Refusal.Rule.CLOSED),
                refused(
                        new ComplaintCommand.RecordFollowUp(1),
                        given(FIRST),
                        Refusal.Rule.NOT_RESOLVED),
                refused(answer(1, true), given(TO_RESOLVED), Refusal.Rule.NO_SUCH_FOLLOW_UP),
                refused(answer(2, true), given(TO_FOLLOWED_UP), Refusal.Rule.NO_SUCH_FOLLOW_UP),
                refused(
                        answer(1, false),
                        given(
                                FIRST,
                                resolve(true),
                                new ComplaintCommand.RecordFollowUp(1),
                                answer(1, true)),
                        Refusal.Rule.ALREADY_ANSWERED),
                refused(
                        new ComplaintCommand.Reopen(ReopeningReason.AGENT_DECISION),
                        given(FIRST),
                        Refusal.Rule.NOT_RESOLVED),
                refused(close(ClosingReason.CONFIRMED), given(FIRST), Refusal.Rule.NOT_RESOLVED),
                refused(close(ClosingReason.NO_ANSWER), given(FIRST), Refusal.Rule.NOT_RESOLVED));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithWhatIsAllowedInstead(Refused refused) {
        Case complaint = new Case().given(refused.given().toArray(ComplaintCommand[]::new));
        Refusal refusal = complaint.refuses(refused.command());
        assertThat(refusal.rule()).isEqualTo(refused.rule());
        assertThat(refusal.explanation().value()).endsWith(".");
        assertThat(refusal.allowed())
                .contains(CommandName.of(ComplaintCommand.RegisterContact.class));
    }

    @Test
    void nothingButAContactCanHappenToAComplaintThatDoesNotExist() {
        Stream.concat(accepted().map(Step::command), refused().map(Refused::command))
                .filter(command -> !(command instanceof ComplaintCommand.RegisterContact))
                .forEach(
                        command ->
                                assertThat(new Case().refuses(command))
                                        .as("%s", command)
                                        .satisfies(
                                                refusal -> {
                                                    assertThat(refusal.rule())
                                                            .isEqualTo(
                                                                    Refusal.Rule.UNKNOWN_COMPLAINT);
                                                    assertThat(refusal.allowed())
                                                            .containsExactly(
                                                                    new CommandName(
                                                                            "register-contact"));
                                                }));
    }

    @Test
    void theTablesCoverEveryCommandButThoseOfTime() {
        Set<Class<?>> tested =
                accepted().map(step -> step.command().getClass()).collect(Collectors.toSet());
        Set<Class<?>> ofSeveralPeople =
                Set.of(
                        ComplaintCommand.Approve.class,
                        ComplaintCommand.RefuseApproval.class,
                        ComplaintCommand.ReviewQuality.class,
                        ComplaintCommand.AppealReview.class,
                        ComplaintCommand.DecideAppeal.class);
        Set<Class<?>> ofTime =
                Set.of(
                        ComplaintCommand.WarnOfClock.class,
                        ComplaintCommand.BreachClock.class,
                        ComplaintCommand.EscalateClock.class,
                        ComplaintCommand.RescheduleClock.class,
                        ComplaintCommand.ReviewPriority.class);
        assertThat(ComplaintCommand.class.getPermittedSubclasses())
                .allSatisfy(command -> assertThat(Procedure.isListed(command)).isTrue())
                .filteredOn(command -> !ofTime.contains(command))
                .filteredOn(command -> !ofSeveralPeople.contains(command))
                .allSatisfy(command -> assertThat(tested).contains(command));
    }

    @Test
    void lateTimersChangeNothing() {
        Case complaint = new Case().given(FIRST, new ComplaintCommand.Acknowledge());
        assertThat(complaint.accepts(new ComplaintCommand.WarnOfClock(ACKNOWLEDGEMENT, TOMORROW)))
                .isEmpty();
        assertThat(complaint.accepts(new ComplaintCommand.BreachClock(ACKNOWLEDGEMENT, TOMORROW)))
                .isEmpty();
        assertThat(complaint.accepts(new ComplaintCommand.ReviewPriority())).isEmpty();
    }

    private static List<ComplaintCommand> given(ComplaintCommand... commands) {
        return List.of(commands);
    }

    private static Step step(
            ComplaintCommand command, List<ComplaintCommand> given, Class<?>... events) {
        return new Step(command, given, Arrays.asList(events));
    }

    private static Refused refused(
            ComplaintCommand command, List<ComplaintCommand> given, Refusal.Rule rule) {
        return new Refused(command, given, rule);
    }

    private static List<String> names(List<ComplaintCommand> commands) {
        return commands.stream().map(command -> command.getClass().getSimpleName()).toList();
    }
}
