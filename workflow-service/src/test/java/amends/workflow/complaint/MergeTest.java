package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.promise;
import static amends.workflow.complaint.Commands.reply;
import static amends.workflow.complaint.Commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.ConfirmMerge;
import amends.contracts.complaint.ComplaintCommand.GiveUpMerge;
import amends.contracts.complaint.ComplaintCommand.MergeInto;
import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.complaint.ComplaintCommand.ReleaseDuplicate;
import amends.contracts.complaint.ComplaintCommand.TakeInDuplicate;
import amends.contracts.complaint.ComplaintCommand.UndoMerge;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ContactPassedOn;
import amends.contracts.complaint.ComplaintEvent.MergeRefused;
import amends.contracts.complaint.ComplaintEvent.MergeRequested;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Refusal.Rule;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;
import amends.workflow.sla.Ledger;
import amends.workflow.sla.LedgerFold;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Two complaints about the same matter, and the mistake of having thought so.
class MergeTest {

    private static final ComplaintId SURVIVOR = new ComplaintId("7ZZZ00000001");
    private static final CorrelationId ASKED = new CorrelationId("asked");
    private static final ClockName FIRST_REPLY = new ClockName("first-human-reply");
    private static final ClockName RESOLUTION = new ClockName("resolution");

    private final Case complaint = new Case();

    private ComplaintCommand undo() {
        return new UndoMerge(text("They are two matters"));
    }

    private long request() {
        return complaint.state().links().merge().request();
    }

    private Case merged() {
        complaint.given(contact("first", "It broke"), new MergeInto(SURVIVOR));
        return complaint.given(new ConfirmMerge(SURVIVOR, request(), null));
    }

    private List<Errand> errands(ComplaintCommand command) {
        Decision decision = complaint.decide(command);
        if (decision instanceof Decision.Accepted) {
            complaint.accepts(command);
        }
        return Errand.following(command, ASKED, decision, complaint.state());
    }

    @Test
    void aMergeIsAskedOfTheOtherComplaintAndDoneWhenThatAgrees() {
        complaint.given(contact("first", "It broke"));
        List<Errand> errands = errands(new MergeInto(SURVIVOR));
        assertThat(complaint.log().getLast().event()).isEqualTo(new MergeRequested(SURVIVOR, 1));
        assertThat(complaint.state().status()).isEqualTo(Status.RECEIVED);
        assertThat(errands)
                .containsExactly(
                        new Errand(
                                SURVIVOR,
                                new TakeInDuplicate(
                                        Case.ID,
                                        complaint.state().version(),
                                        1,
                                        complaint.state().factors(),
                                        ASKED,
                                        complaint.state().clocks().stream()
                                                .map(
                                                        clock ->
                                                                new ClockStart(
                                                                        clock.clock(),
                                                                        clock.startedAt()))
                                                .toList())));
        assertThat(complaint.accepts(new MergeInto(SURVIVOR))).as("asked once").isEmpty();
        ConfirmMerge agreed = new ConfirmMerge(SURVIVOR, request(), ASKED);
        assertThat(complaint.accepts(agreed)).containsExactly(new ComplaintMerged(SURVIVOR));
        assertThat(complaint.state().status()).isEqualTo(Status.MERGED);
        assertThat(complaint.accepts(agreed)).isEmpty();
    }

    @Test
    void anAnswerToAnEarlierRequestIsNotHeard() {
        merged();
        long old = request();
        complaint.given(undo(), new MergeInto(SURVIVOR));
        assertThat(complaint.accepts(new ConfirmMerge(SURVIVOR, old, null))).isEmpty();
        assertThat(complaint.state().isMerged()).isFalse();
    }

    @Test
    void aComplaintIsNotMergedIntoItself() {
        complaint.given(contact("first", "It broke"));
        assertThat(complaint.refuses(new MergeInto(Case.ID)).rule())
                .isEqualTo(Rule.MERGE_INTO_ITSELF);
    }

    @Test
    void aClosedComplaintTakesNoDuplicateIn() {
        complaint.given(contact("first", "It broke"), Commands.close(ClosingReason.WITHDRAWN));
        TakeInDuplicate command = new TakeInDuplicate(SURVIVOR, 4, 1, List.of(), ASKED);
        assertThat(errands(command))
                .singleElement()
                .isEqualTo(
                        new Errand(
                                SURVIVOR,
                                new GiveUpMerge(Case.ID, 4, complaint.refuses(command), ASKED)));
        assertThat(complaint.refuses(command).rule()).isEqualTo(Rule.SURVIVOR_CLOSED);
    }

    @Test
    void whatTheOtherComplaintRefusesIsOnRecordAndChangesNothing() {
        complaint.given(contact("first", "It broke"));
        Complaint before = complaint.state();
        complaint.given(new MergeInto(SURVIVOR));
        Case other = new Case();
        var refusal =
                Errand.told(other.refuses(new TakeInDuplicate(SURVIVOR, 1, 1, List.of(), null)));
        assertThat(refusal.rule()).isEqualTo(Rule.SURVIVOR_UNKNOWN);
        assertThat(complaint.accepts(new GiveUpMerge(SURVIVOR, request(), refusal, null)))
                .containsExactly(new MergeRefused(SURVIVOR, refusal.rule(), refusal.explanation()));
        assertThat(complaint.state().status()).isEqualTo(before.status());
        assertThat(complaint.state().clocks()).isEqualTo(before.clocks());
    }

    @Test
    void mergesMakeNoChains() {
        complaint.given(contact("first", "It broke"));
        complaint.given(new TakeInDuplicate(SURVIVOR, 4, 2, List.of(), null));
        assertThat(complaint.refuses(new MergeInto(new ComplaintId("7ZZZ00000002"))).rule())
                .isEqualTo(Rule.HAS_DUPLICATES);
        complaint.given(new ReleaseDuplicate(SURVIVOR), new MergeInto(SURVIVOR));
        assertThat(complaint.refuses(new TakeInDuplicate(SURVIVOR, 5, 2, List.of(), null)).rule())
                .as("each into the other at the same time: neither")
                .isEqualTo(Rule.SURVIVOR_MERGED);
    }

    @Test
    void whatWasPromisedIsKeptBeforeAMerge() {
        complaint.given(contact("first", "It broke"));
        complaint.given(promise(complaint.now().plus(Duration.ofDays(1))));
        assertThat(complaint.refuses(new MergeInto(SURVIVOR)).rule()).isEqualTo(Rule.OPEN_PROMISES);
    }

    @Test
    void anAcceptedRemedyIsCarriedOutBeforeAMerge() {
        complaint.given(contact("first", "It broke"), Commands.clarify(), Commands.assess());
        complaint.given(Commands.propose(), new ComplaintCommand.AcceptProposal());
        assertThat(complaint.refuses(new MergeInto(SURVIVOR)).rule())
                .isEqualTo(Rule.REMEDY_NOT_EXECUTED);
    }

    @Test
    void mergeCannotBeUndone() {
        complaint.given(Commands.contact("first", "It broke"), Commands.assign("sato"));
        complaint.given(Commands.clarify());
        Complaint before = complaint.state();
        complaint.given(new MergeInto(SURVIVOR));
        complaint.given(new ConfirmMerge(SURVIVOR, request(), null)).after(Duration.ofMinutes(5));
        assertThat(errands(undo()))
                .containsExactly(new Errand(SURVIVOR, new ReleaseDuplicate(Case.ID)));
        assertThat(complaint.state().status()).isEqualTo(Status.CLARIFIED);
        assertThat(complaint.state().owner()).isEqualTo(before.owner());
        assertThat(complaint.state().clocks()).isEqualTo(before.clocks());
        assertThat(complaint.state().arrival()).isEqualTo(before.arrival());
        assertThat(complaint.state().links()).isEqualTo(before.links());
        assertThat(complaint.accepts(undo())).as("undone already").isEmpty();
    }

    @Test
    void aMergeIsUndoneWithAReason() {
        merged();
        assertThat(complaint.refuses(new UndoMerge(text(" "))).rule())
                .isEqualTo(Rule.REASON_MISSING);
    }

    @Test
    void replyToAMergedComplaintGoesAstray() {
        merged();
        RegisterContact more = contact("second", "Any news?");
        assertThat(errands(more))
                .as("to the one that stands for it")
                .containsExactly(
                        new Errand(
                                SURVIVOR,
                                new RegisterContact(
                                        more.brand(),
                                        more.customer(),
                                        more.contact(),
                                        more.original(),
                                        Case.ID)));
        assertThat(complaint.log().getLast().event()).isInstanceOf(ContactPassedOn.class);
        assertThat(complaint.accepts(more)).as("passed on once").isEmpty();

        complaint.given(undo());
        assertThat(complaint.state().arrival().contacts()).as("its own again").isEqualTo(2);
        assertThat(complaint.accepts(contact("third", "And now?")))
                .hasAtLeastOneElementOfType(ComplaintEvent.ContactAppended.class);
    }

    @Test
    void aReplyPassedOnOpensAClosedSurvivorAgain() {
        complaint.given(contact("first", "It broke"));
        complaint.given(new TakeInDuplicate(SURVIVOR, 4, 1, List.of(), null));
        complaint.given(Commands.close(ClosingReason.WITHDRAWN));
        RegisterContact more = contact("second", "Still broken");
        assertThat(
                        complaint.accepts(
                                new RegisterContact(
                                        more.brand(),
                                        more.customer(),
                                        more.contact(),
                                        more.original(),
                                        SURVIVOR)))
                .hasAtLeastOneElementOfType(ComplaintReopened.class);
        assertThat(complaint.state().arrival().contacts()).isEqualTo(3);
        complaint.given(new ReleaseDuplicate(SURVIVOR));
        assertThat(complaint.state().arrival().contacts())
                .as("what was sent to the duplicate leaves with it")
                .isEqualTo(1);
    }

    @Test
    void whileItIsMergedNoClockIsMetOrBreached() {
        merged();
        assertThat(complaint.state().nextTimer(Case.POLICIES)).isEmpty();
        complaint.after(Duration.ofDays(60));
        Ledger.Run run = run(FIRST_REPLY);
        assertThat(run.outcome()).isEqualTo(Ledger.Outcome.RUNNING);
        assertThat(run.counted()).as("it stopped counting at once").isZero();
        assertThat(complaint.refuses(reply("We are sorry")).rule()).isEqualTo(Rule.MERGED);
    }

    @Test
    void afterTheMergeIsUndoneClocksStandAsIfThereHadBeenNone() {
        merged();
        Instant due = complaint.state().clock(RESOLUTION).orElseThrow().dueAt();
        complaint.after(Duration.ofHours(5)).given(undo());
        assertThat(complaint.state().clock(RESOLUTION).orElseThrow().dueAt()).isEqualTo(due);
        assertThat(run(RESOLUTION).counted()).isEqualTo(Duration.ofHours(5));
        assertThat(run(RESOLUTION).outcome()).isEqualTo(Ledger.Outcome.RUNNING);
    }

    @Test
    void aClockWhoseTargetPassedMeanwhileIsBreachedAtOnceWhenTheMergeIsUndone() {
        merged().after(Duration.ofDays(60)).given(undo());
        Instant undone = complaint.now();
        while (complaint
                .state()
                .nextTimer(Case.POLICIES)
                .filter(timer -> timer.due().isBefore(undone))
                .isPresent()) {
            complaint.nextTimerFires();
        }
        assertThat(complaint.now()).isEqualTo(undone);
        assertThat(complaint.state().clocks())
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(clock.breached()).isTrue());
        LedgersAgree.with(complaint.log());
    }

    @Test
    void anAcknowledgementThatWasUnderWayStillCounts() {
        merged().given(new ComplaintCommand.Acknowledge(), undo());
        assertThat(complaint.state().status()).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(complaint.state().clock(new ClockName("acknowledgement"))).isEmpty();
    }

    @Test
    void aCalmComplaintThatStandsForAnUrgentOneIsUrgentUntilTheyPart() {
        Case urgent = new Case().given(contact("other", "The charger caught fire"));
        assertThat(urgent.state().priority().level()).isEqualTo(PriorityLevel.URGENT);
        complaint.given(contact("first", "It broke"));
        var calm = complaint.state().priority();
        complaint.given(new TakeInDuplicate(SURVIVOR, 4, 1, urgent.state().factors(), null));
        assertThat(complaint.state().priority().level()).isEqualTo(PriorityLevel.URGENT);
        complaint.given(new ReleaseDuplicate(SURVIVOR));
        assertThat(complaint.state().priority()).isEqualTo(calm);
    }

    @Test
    void whereAMergedComplaintStoodInLineIsFree() {
        complaint.given(contact("first", "It broke"), new MergeInto(SURVIVOR));
        Complaint waiting = complaint.state();
        complaint.given(new ConfirmMerge(SURVIVOR, request(), null));
        Complaint resting = complaint.state();
        assertThat(Dispatching.between(waiting, resting))
                .extracting(told -> told.event().getClass().getSimpleName())
                .containsExactly("ComplaintLeft");
        complaint.given(undo());
        assertThat(Dispatching.between(resting, complaint.state()))
                .extracting(told -> told.event().getClass().getSimpleName())
                .containsExactly("ComplaintWaits");
    }

    private Ledger.Run run(ClockName clock) {
        return LedgerFold.of(
                        clock,
                        Case.POLICIES.sla(),
                        Case.POLICIES.calendars(),
                        complaint.log(),
                        complaint.now())
                .orElseThrow()
                .runs()
                .getFirst();
    }
}
