package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.answer;
import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.promise;
import static amends.workflow.complaint.Commands.reply;
import static amends.workflow.complaint.Commands.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockName;
import amends.workflow.sla.RunningClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What time does to a complaint.
class TimeTest {

    private static final ClockName ACKNOWLEDGEMENT = new ClockName("acknowledgement");
    private static final ClockName HUMAN = new ClockName("first-human-reply");
    private static final ClockName RESOLUTION = new ClockName("resolution");

    private final Case complaint = new Case().given(contact("first", "It broke"));

    @Test
    void aNeglectedComplaintIsWarnedOfBreachedAndRaised() {
        for (int i = 0; i < 30 && complaint.state().nextTimer(Case.POLICIES).isPresent(); i++) {
            assertThat(complaint.nextTimerFires()).isNotEmpty();
        }
        assertThat(complaint.state().nextTimer(Case.POLICIES)).as("time has had its say").isEmpty();
        List<ComplaintEvent> events = complaint.log().stream().map(RecordedEvent::event).toList();
        assertThat(events)
                .filteredOn(ComplaintEvent.ClockWarned.class::isInstance)
                .as("warned again after each tightening")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(events).filteredOn(ComplaintEvent.ClockBreached.class::isInstance).hasSize(3);
        assertThat(complaint.state().priority().factors())
                .extracting(factor -> factor.factor().value())
                .contains("waiting-time");
    }

    @Test
    void anAutomaticAcknowledgementIsNoHumanReply() {
        complaint.by(Actor.automation("notification")).given(new ComplaintCommand.Acknowledge());
        assertThat(complaint.state().clocks())
                .extracting(RunningClock::clock)
                .containsExactlyInAnyOrder(HUMAN, RESOLUTION);
        complaint.given(reply("An automatic answer"));
        assertThat(complaint.state().clock(HUMAN)).isPresent();
        complaint.by(Actor.agent(Case.SATO)).given(reply("My own words"));
        assertThat(complaint.state().clock(HUMAN)).isEmpty();
    }

    @Test
    void aClockMetAfterItsTimeWasBreachedFirst() {
        Instant due = complaint.state().clock(ACKNOWLEDGEMENT).orElseThrow().dueAt();
        complaint.after(Duration.ofDays(2));
        assertThat(complaint.accepts(new ComplaintCommand.Acknowledge()))
                .contains(
                        new ComplaintEvent.ClockBreached(ACKNOWLEDGEMENT, due),
                        new ComplaintEvent.ClockMet(ACKNOWLEDGEMENT, due));
    }

    @Test
    void aRaisedPriorityTightensRunningClocksFromNowOn() {
        RunningClock before = complaint.state().clock(RESOLUTION).orElseThrow();
        complaint.after(Duration.ofHours(2)).given(contact("second", "Now it is on fire"));
        RunningClock after = complaint.state().clock(RESOLUTION).orElseThrow();
        assertThat(complaint.state().priority().level()).isEqualTo(PriorityLevel.URGENT);
        assertThat(after.startedAt()).isEqualTo(before.startedAt());
        assertThat(after.dueAt()).isBefore(before.dueAt()).isAfter(complaint.now());
    }

    @Test
    void aReopenedComplaintGetsANewResolutionClockAndTheFirstReplyStaysMet() {
        complaint.given(resolve(true)).after(Duration.ofDays(3));
        assertThat(complaint.state().clocks()).isEmpty();
        complaint.given(contact("second", "It broke again"));
        assertThat(complaint.state().clocks())
                .extracting(RunningClock::clock)
                .containsExactlyInAnyOrder(RESOLUTION, new ClockName("next-reply"));
        assertThat(complaint.state().clock(RESOLUTION).orElseThrow().startedAt())
                .isEqualTo(complaint.now());
    }

    @Test
    void silenceAfterAFollowUpClosesButIsNoConfirmation() {
        complaint
                .given(resolve(true), new ComplaintCommand.RecordFollowUp(1))
                .by(Actor.automation(Timer.ACTOR));
        assertThat(complaint.accepts(Commands.close(ClosingReason.NO_ANSWER)))
                .as("too early")
                .isEmpty();
        assertThat(complaint.nextTimerFires())
                .containsExactly(new ComplaintEvent.ComplaintClosed(ClosingReason.NO_ANSWER));
        assertThat(complaint.now()).isEqualTo(Case.START.plus(Duration.ofDays(14)));
        assertThat(complaint.state().nextTimer(Case.POLICIES)).isEmpty();
    }

    @Test
    void aLateAnswerStillCounts() {
        complaint.given(resolve(true), new ComplaintCommand.RecordFollowUp(1));
        complaint.nextTimerFires();
        assertThat(complaint.accepts(answer(1, false)))
                .hasAtLeastOneElementOfType(ComplaintEvent.ComplaintReopened.class);
        assertThat(complaint.state().status()).isEqualTo(Status.REOPENED);
    }

    @Test
    void aBrokenPromiseRaisesThePriority() {
        Instant due = complaint.now().plus(Duration.ofMinutes(10));
        complaint.given(promise(due));
        int before = complaint.state().priority().score();
        assertThat(complaint.nextTimerFires())
                .singleElement()
                .as("a warning before it is too late")
                .isInstanceOf(ComplaintEvent.ClockWarned.class);
        assertThat(complaint.now()).isBefore(due);
        assertThat(complaint.nextTimerFires())
                .singleElement()
                .isInstanceOf(ComplaintEvent.ClockBreached.class);
        assertThat(complaint.nextTimerFires())
                .hasAtLeastOneElementOfType(ComplaintEvent.PromiseBroken.class);
        assertThat(complaint.now()).isEqualTo(due);
        assertThat(complaint.state().priority().score()).isGreaterThan(before);
    }

    @Test
    void aPromiseOverdueWhenTheSolutionComesWasBroken() {
        complaint.given(promise(complaint.now().plus(Duration.ofMinutes(10))));
        complaint.after(Duration.ofMinutes(11));
        assertThat(complaint.accepts(resolve(true)))
                .hasAtLeastOneElementOfType(ComplaintEvent.PromiseBroken.class);
    }
}
