package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// A clock may say whose deeds pause and resume it, as it may for those that start and meet it.
class WhoseDeedsCountTest {

    private static final ClockName FIRST = new ClockName("first");
    private static final ClockName LATER = new ClockName("later");
    private static final Actor SYSTEM = Actor.automation("ticket-system");
    private static final Policies POLICIES =
            PoliciesForTests.withClocks(
                    """
                    - clock: first
                      family: SERVICE
                      calendar: calendar.always
                      startsOn: [ComplaintReceived]
                      pausesOn: [{event: WaitingStarted, by: [AGENT]}]
                      resumesOn: [{event: WaitingEnded, by: [AGENT]}]
                      metOn: [ComplaintResolved]
                      warnAt: [50]
                      targets: [{within: PT10H}]
                    - clock: later
                      family: SERVICE
                      calendar: calendar.always
                      startsOn: [ContactAppended]
                      pausesOn: [{event: WaitingStarted, by: [AGENT], waitingFor: [PARTS]}]
                      resumesOn: [{event: WaitingEnded, by: [AGENT]}]
                      metOn: [ComplaintResolved]
                      warnAt: [50]
                      targets: [{within: PT10H}]
                    """);

    private final Actor agent = Actor.agent(Case.SATO);
    private final Case complaint = new Case().under(POLICIES).given(contact("first", "It broke"));

    @AfterEach
    void ledgersAgree() {
        LedgersAgree.with(complaint.log(), POLICIES);
    }

    private void then(Actor actor, ComplaintCommand command) {
        complaint.after(Duration.ofMinutes(10)).by(actor).given(command);
    }

    private static ComplaintCommand waiting() {
        return new ComplaintCommand.StartWaiting(WaitingFor.PARTS, text("On order"));
    }

    private boolean isPaused(ClockName clock) {
        return complaint.state().clock(clock).orElseThrow().isPaused();
    }

    @Test
    void onlyWhoCountsPauses() {
        then(SYSTEM, waiting());
        assertThat(isPaused(FIRST)).isFalse();
        then(SYSTEM, new ComplaintCommand.EndWaiting());
        then(agent, waiting());
        assertThat(isPaused(FIRST)).isTrue();
    }

    @Test
    void onlyWhoCountsResumes() {
        then(agent, waiting());
        then(SYSTEM, new ComplaintCommand.EndWaiting());
        assertThat(isPaused(FIRST)).isTrue();
        then(agent, waiting());
        then(agent, new ComplaintCommand.EndWaiting());
        assertThat(isPaused(FIRST)).isFalse();
    }

    @Test
    void aClockThatBeginsMeanwhileAsksWhoBeganTheWaiting() {
        then(agent, waiting());
        then(SYSTEM, contact("second", "And?"));
        assertThat(isPaused(LATER)).isTrue();
    }

    @Test
    void waitingThatSomebodyElseBeganDoesNotPauseIt() {
        then(SYSTEM, waiting());
        then(agent, contact("second", "And?"));
        assertThat(isPaused(LATER)).isFalse();
    }
}
