package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.promise;
import static amends.workflow.complaint.Commands.reply;
import static amends.workflow.complaint.Commands.resolve;
import static amends.workflow.complaint.Commands.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockEscalated;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockWarned;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.EscalationAction;
import amends.workflow.policy.Policies;
import amends.workflow.sla.Ledger;
import amends.workflow.sla.Ledger.Outcome;
import amends.workflow.sla.LedgerFold;
import amends.workflow.sla.RunningClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;

/// What clocks of other systems are blamed for. Tokyo works from 09:00 to 18:00; 09:00 there is
/// 00:00Z.
class PainsOfClocksTest {

    private static final ClockName FIRST_REPLY = new ClockName("first-human-reply");
    private static final ClockName NEXT_REPLY = new ClockName("next-reply");
    private static final ClockName RESOLUTION = new ClockName("resolution");

    private final Case complaint = new Case();

    private RunningClock clock(ClockName name) {
        return complaint.state().clock(name).orElseThrow();
    }

    private Ledger ledger(String name) {
        return LedgerFold.of(
                        new ClockName(name),
                        complaint.policies().sla(),
                        complaint.policies().calendars(),
                        complaint.log(),
                        complaint.now())
                .orElseThrow();
    }

    private static String office(String zone, String hours, String more) {
        return """
        zone: %s
        week: {MONDAY: %2$s, TUESDAY: %2$s, WEDNESDAY: %2$s, THURSDAY: %2$s, FRIDAY: %2$s}
        %3$s
        """
                .formatted(zone, hours, more);
    }

    @Test
    void businessHoursIgnored() {
        complaint.at("2026-11-13T08:00:00Z").given(contact("first", "It broke"));
        assertThat(clock(FIRST_REPLY).dueAt())
                .as("Friday 17:00 and nine hours: Monday 17:00")
                .isEqualTo("2026-11-16T08:00:00Z");
    }

    @Test
    void lunchBreakSplitsTheDay() {
        Policies lunch =
                PoliciesForTests.with(
                        "calendar.tokyo",
                        office("Asia/Tokyo", "['09:00-12:00', '13:00-18:00']", ""));
        complaint.under(lunch).at("2026-11-09T00:00:00Z").given(contact("first", "It broke"));
        assertThat(clock(FIRST_REPLY).dueAt())
                .as("eight hours on Monday, the ninth on Tuesday")
                .isEqualTo("2026-11-10T01:00:00Z");
    }

    @Test
    void holidayOffByOne() {
        Policies closed =
                PoliciesForTests.with(
                        "calendar.tokyo",
                        office("Pacific/Auckland", "['09:00-18:00']", "closed: [2026-11-18]"));
        complaint.under(closed).at("2026-11-16T20:30:00Z").given(contact("first", "It broke"));
        assertThat(clock(FIRST_REPLY).dueAt())
                .as("half an hour is left over on Tuesday the 17th, the 18th is off: the 19th")
                .isEqualTo("2026-11-18T20:30:00Z");
    }

    @Test
    void dstDay() {
        Policies nights =
                PoliciesForTests.with(
                        "calendar.tokyo",
                        "{zone: Europe/Berlin, week: {SATURDAY: ['22:00-07:00'],"
                                + " SUNDAY: ['22:00-07:00']}}");
        complaint.under(nights).at("2026-10-24T20:00:00Z").given(contact("first", "It broke"));
        assertThat(clock(FIRST_REPLY).dueAt())
                .as("the night in which clocks go back has ten hours")
                .isEqualTo("2026-10-25T05:00:00Z");
    }

    @Test
    void deadlineShownInTheWrongZone() {
        complaint.given(contact("first", "It broke"));
        Ledger ledger = ledger("first-human-reply");
        assertThat(ledger.zone()).hasToString("Asia/Tokyo");
        assertThat(ledger.runs().getFirst().dueLocally())
                .isEqualTo(LocalDateTime.of(2026, 11, 10, 10, 0));
    }

    @Test
    void onHoldForMonthsAndYet42Days() {
        complaint.given(contact("first", "It broke"), reply("We ordered the part"));
        complaint.after(Duration.ofHours(2)).given(waiting(WaitingFor.PARTS));
        assertThat(complaint.state().nextDue()).as("nothing is due meanwhile").isEmpty();
        complaint.at("2027-02-08T01:00:00Z").given(new ComplaintCommand.EndWaiting());
        complaint.after(Duration.ofHours(1)).given(resolve(true));

        Ledger.Run run = ledger("resolution").runs().getFirst();
        assertThat(run.outcome()).isEqualTo(Outcome.MET);
        assertThat(run.counted()).isEqualTo(Duration.ofHours(3));
        assertThat(run.intervals())
                .extracting(Ledger.Interval::counts)
                .containsExactly(true, false, true);
        assertThat(run.intervals())
                .extracting(interval -> interval.because().event())
                .containsExactly("ComplaintReceived", "WaitingStarted", "WaitingEnded");
        assertThat(ledger("agent-work").runs()).as("nobody was responsible").isEmpty();
    }

    @Test
    void pauseLostWhenThePriorityChanges() {
        complaint.given(contact("first", "It broke"), waiting(WaitingFor.SUPPLIER));
        complaint.after(Duration.ofHours(2)).given(contact("second", "Now it is on fire"));
        assertThat(complaint.state().priority().level()).isEqualTo(PriorityLevel.URGENT);
        assertThat(clock(RESOLUTION).left())
                .as("still paused, with the time of an urgent one")
                .isEqualTo(Duration.ofHours(9));
        complaint.after(Duration.ofDays(30)).given(new ComplaintCommand.EndWaiting());
        assertThat(clock(RESOLUTION).dueAt()).isAfter(complaint.now());
    }

    @Test
    void pauseLostWhenThePolicyChanges() {
        complaint.given(contact("first", "It broke"), waiting(WaitingFor.SUPPLIER));
        Duration left = clock(RESOLUTION).left();
        complaint.under(
                PoliciesForTests.with(
                        "calendar.tokyo", office("Asia/Tokyo", "['10:00-12:00']", "")));
        complaint.after(Duration.ofDays(30));
        assertThat(clock(RESOLUTION).left()).isEqualTo(left);
        complaint.given(new ComplaintCommand.EndWaiting());
        assertThat(clock(RESOLUTION).isPaused()).isFalse();
        assertThat(clock(RESOLUTION).dueAt()).isAfter(complaint.now().plus(Duration.ofDays(20)));
    }

    @Test
    void pauseLostWhenItStartsWhileWaiting() {
        complaint.under(
                PoliciesForTests.withClocks(
                        """
                        - clock: next-reply
                          family: SERVICE
                          calendar: calendar.always
                          startsOn: [ContactAppended]
                          pausesOn: [{event: WaitingStarted, waitingFor: [PARTS]}]
                          resumesOn: [{event: WaitingEnded, waitingFor: [PARTS]}]
                          metOn: [ReplySent]
                          warnAt: [75]
                          targets: [{within: PT9H}]
                        """));
        complaint.given(contact("first", "It broke"), waiting(WaitingFor.PARTS));
        complaint.after(Duration.ofDays(3)).given(contact("second", "Any news?"));
        assertThat(clock(NEXT_REPLY).left()).isEqualTo(Duration.ofHours(9));
        Ledger.Run paused = ledger("next-reply").runs().getFirst();
        assertThat(paused.outcome()).isEqualTo(Outcome.PAUSED);
        assertThat(paused.left()).isEqualTo(Duration.ofHours(9));

        complaint.after(Duration.ofDays(30)).given(new ComplaintCommand.EndWaiting());
        assertThat(clock(NEXT_REPLY).dueAt()).isEqualTo(complaint.now().plus(Duration.ofHours(9)));
        complaint.after(Duration.ofHours(1)).given(reply("It has come"));
        Ledger.Run run = ledger("next-reply").runs().getFirst();
        assertThat(run.outcome()).isEqualTo(Outcome.MET);
        assertThat(run.counted()).isEqualTo(Duration.ofHours(1));
        assertThat(run.intervals())
                .extracting(Ledger.Interval::counts)
                .containsExactly(false, true);

        complaint.given(waiting(WaitingFor.SUPPLIER)).after(Duration.ofDays(3));
        complaint.given(contact("third", "And now?"));
        assertThat(clock(NEXT_REPLY).isPaused()).as("it does not pause for a supplier").isFalse();
    }

    @Test
    void workIsNotCountedWhileWaitingEitherWhenItIsAssignedMeanwhile() {
        complaint.given(contact("first", "It broke"), waiting(WaitingFor.SUPPLIER));
        complaint.after(Duration.ofHours(1)).given(Commands.assign("sato"));
        complaint.after(Duration.ofHours(2)).given(new ComplaintCommand.EndWaiting());
        complaint.after(Duration.ofHours(1));
        assertThat(ledger("agent-work").runs().getFirst().counted()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void policyAppliedOnlyAtTheNextEvent() {
        complaint.given(contact("first", "It broke")).after(Duration.ofHours(2));
        complaint.given(waiting(WaitingFor.PARTS)).after(Duration.ofDays(7));
        complaint.given(new ComplaintCommand.EndWaiting()).after(Duration.ofHours(1));
        Instant before = clock(RESOLUTION).dueAt();
        complaint.under(
                PoliciesForTests.with(
                        "calendar.tokyo", office("Asia/Tokyo", "['09:00-12:00']", "")));
        RunningClock standing = standing();
        assertThat(standing.dueAt()).isAfter(before);

        ComplaintCommand wish =
                new ComplaintCommand.RescheduleClock(
                        RESOLUTION,
                        standing.warnAt(),
                        standing.dueAt(),
                        standing.left(),
                        complaint.policies().sla().version(),
                        new PolicyVersion(new PolicyName("calendar.tokyo"), 2),
                        standing.steps());
        complaint.given(wish);
        assertThat(clock(RESOLUTION).dueAt())
                .as("three hours are over, the pause is not counted, and nothing else happened")
                .isEqualTo(standing.dueAt());
        assertThat(complaint.accepts(wish)).as("once").isEmpty();
    }

    private RunningClock standing() {
        Policies now = complaint.policies();
        return LedgerFold.standing(
                        now.sla().rule(RESOLUTION).orElseThrow(),
                        now.sla(),
                        now.calendars(),
                        complaint.log(),
                        complaint.now())
                .orElseThrow();
    }

    @Test
    void noPauseAtAll() {
        complaint.given(contact("first", "It broke"));
        Instant due = clock(RESOLUTION).dueAt();
        complaint.given(waiting(WaitingFor.CUSTOMER)).after(Duration.ofDays(1));
        complaint.given(contact("second", "Here is the photo"));
        assertThat(clock(RESOLUTION).dueAt())
                .as("a working day later, without anybody ending the pause by hand")
                .isEqualTo(due.plus(Duration.ofDays(1)));
    }

    @Test
    void aRegulatoryClockNeverPauses() {
        Policies regulated =
                PoliciesForTests.withClocks(
                        PoliciesForTests.sample("regulation.final-response-8-weeks").get("clocks"),
                        java.util.Map.of(
                                "calendar.legal", PoliciesForTests.sample("calendar.legal")));
        complaint.under(regulated).given(contact("first", "It broke"));
        RunningClock before = clock(new ClockName("final-response"));
        complaint.given(waiting(WaitingFor.CUSTOMER));
        assertThat(clock(new ClockName("final-response"))).isEqualTo(before);
        complaint.given(reply("We are still looking into it"));
        assertThat(complaint.state().clock(new ClockName("final-response"))).isPresent();
        complaint.given(
                new ComplaintCommand.SendHoldingResponse(
                        Commands.text("It takes until May because the laboratory is closed")));
        assertThat(complaint.state().clock(new ClockName("final-response"))).isEmpty();
        assertThat(complaint.state().clock(new ClockName("short-path"))).isPresent();
    }

    @Test
    void theWrongEventStopsTheClock() {
        complaint.given(contact("first", "It broke"));
        complaint.given(
                Commands.assign("sato"), Commands.clarify(), new ComplaintCommand.Acknowledge());
        assertThat(complaint.state().clock(FIRST_REPLY)).as("none of this is a reply").isPresent();
        complaint.given(reply("We are sorry"));
        assertThat(complaint.state().clock(FIRST_REPLY)).isEmpty();
        assertThat(complaint.state().clock(RESOLUTION)).as("nor is this a solution").isPresent();
    }

    @Test
    void nextReplyClockOverrulesFirstReply() {
        complaint.given(contact("first", "It broke"));
        Instant due = clock(FIRST_REPLY).dueAt();
        complaint.after(Duration.ofHours(1)).given(contact("second", "Hello?"));
        assertThat(complaint.state().clock(NEXT_REPLY)).isEmpty();
        assertThat(clock(FIRST_REPLY).dueAt()).isEqualTo(due);

        complaint.given(reply("We are sorry")).after(Duration.ofHours(1));
        complaint.given(contact("third", "And?"));
        Instant next = clock(NEXT_REPLY).dueAt();
        complaint.after(Duration.ofHours(1)).given(contact("fourth", "Well?"));
        assertThat(clock(NEXT_REPLY).dueAt()).as("asking twice is no extension").isEqualTo(next);
    }

    @Test
    void reopenFalsifiesTheFigures() {
        complaint.given(contact("first", "It broke")).after(Duration.ofHours(2));
        complaint.given(resolve(true));
        Ledger.Run first = ledger("resolution").runs().getFirst();
        complaint.at("2026-12-07T01:00:00Z").given(contact("second", "It broke again"));
        assertThat(ledger("resolution").runs()).hasSize(2).first().isEqualTo(first);
        assertThat(ledger("first-resolution").runs())
                .singleElement()
                .extracting(Ledger.Run::counted)
                .isEqualTo(Duration.ofHours(2));
        assertThat(ledger("first-human-reply").runs()).hasSize(1);
    }

    @Test
    void botReplyCountedAsHuman() {
        complaint.by(Actor.automation("notification")).given(contact("first", "It broke"));
        complaint.after(Duration.ofMinutes(1)).given(new ComplaintCommand.Acknowledge());
        complaint.given(reply("Your message matters to us"));
        assertThat(ledger("automatic-acknowledgement").runs().getFirst().outcome())
                .isEqualTo(Outcome.MET);
        assertThat(ledger("human-acknowledgement").runs().getFirst().outcome())
                .isEqualTo(Outcome.RUNNING);
        assertThat(ledger("first-human-reply").runs().getFirst().outcome())
                .isEqualTo(Outcome.RUNNING);
    }

    @Test
    void reminderFiredOutsideWorkingHours() {
        for (int hour = 0; hour < 24 * 7; hour++) {
            Case one = new Case().at("2026-11-09T00:30:00Z").after(Duration.ofHours(hour));
            one.given(contact("c" + hour, "It broke"));
            RunningClock clock = one.state().clock(FIRST_REPLY).orElseThrow();
            var tokyo = Case.POLICIES.calendars().named(new PolicyName("calendar.tokyo"));
            assertThat(tokyo.isOpen(clock.warnAt().minusSeconds(1))).as("%s", clock).isTrue();
        }
    }

    @Test
    void manualDueDateEditFreezesRecalculation() {
        complaint.given(contact("first", "It broke"));
        complaint.given(promise(complaint.now().plus(Duration.ofDays(3))));
        Instant promised = clock(new ClockName("promised-update")).dueAt();
        Instant due = clock(RESOLUTION).dueAt();
        complaint.after(Duration.ofHours(1)).given(contact("second", "Now it is on fire"));
        assertThat(clock(RESOLUTION).dueAt()).isBefore(due);
        assertThat(clock(new ClockName("promised-update")).dueAt())
                .as("a promise is not moved by us")
                .isEqualTo(promised);
        complaint.given(promise(complaint.now().plus(Duration.ofDays(1))));
        assertThat(clock(new ClockName("promised-update")).dueAt())
                .as("but a nearer one comes first")
                .isEqualTo(complaint.now().plus(Duration.ofDays(1)));
    }

    @Test
    void anOverdueComplaintIsWarnedOfTwiceAndThenEscalated() {
        complaint.given(contact("first", "It broke"), reply("We are sorry"));
        for (int i = 0; i < 60 && complaint.state().nextTimer(Case.POLICIES).isPresent(); i++) {
            complaint.nextTimerFires();
        }
        List<ComplaintEvent> events = complaint.log().stream().map(RecordedEvent::event).toList();
        assertThat(events)
                .filteredOn(ClockEscalated.class::isInstance)
                .extracting(event -> ((ClockEscalated) event).percent())
                .containsExactly(150);
        assertThat(events)
                .filteredOn(ClockEscalated.class::isInstance)
                .extracting(event -> ((ClockEscalated) event).actions())
                .containsExactly(
                        new TreeSet<>(
                                List.of(
                                        EscalationAction.RAISE_PRIORITY,
                                        EscalationAction.CALL_SUPERVISOR)));
        assertThat(events)
                .filteredOn(
                        event ->
                                event instanceof ClockWarned warned
                                        && Integer.valueOf(90).equals(warned.percent()))
                .isNotEmpty();
        assertThat(complaint.state().priority().factors())
                .extracting(factor -> factor.factor().value())
                .contains("escalation");
    }

    @Test
    void anEscalationMayGiveTheComplaintBackToItsQueue() {
        complaint.under(
                PoliciesForTests.withClocks(
                        """
                        - clock: resolution
                          family: SERVICE
                          calendar: calendar.always
                          metBy: [RESOLVED]
                          restartsOnReopening: true
                          warnAtPercent: 50
                          escalations: [{atPercent: 80, actions: [REASSIGN]}]
                          targets: [{within: PT10H}]
                        """));
        complaint.given(contact("first", "It broke"), Commands.assign("sato"));
        assertThat(complaint.nextTimerFires()).hasOnlyElementsOfType(ClockWarned.class);
        assertThat(complaint.nextTimerFires())
                .hasAtLeastOneElementOfType(ClockEscalated.class)
                .hasAtLeastOneElementOfType(ComplaintEvent.ComplaintHandedOver.class);
        assertThat(complaint.now()).isEqualTo(Case.START.plus(Duration.ofHours(8)));
        assertThat(complaint.state().owner()).isNull();
    }

    @Test
    void aMetClockIsToldOnce() {
        complaint.given(contact("first", "It broke"));
        assertThat(complaint.accepts(reply("We are sorry")))
                .filteredOn(ClockMet.class::isInstance)
                .hasSize(2);
    }
}
