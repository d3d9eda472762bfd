package amends.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.PromiseBroken;
import amends.contracts.complaint.ComplaintEvent.SignOfBadServiceSeen;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.quality.ServiceSign;
import amends.contracts.sla.ClockName;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Which events are signs of bad service under the shipped policy, and which are not.
class SignsTest {

    private static final ComplaintCommand DECLINE =
            new ComplaintCommand.DeclineProposal(Commands.text("Too little"));

    private static Case owned() {
        return new Case().given(Commands.contact("1", "It broke"), Commands.assign("sato"));
    }

    private static List<ServiceSign> signs(Case complaint) {
        return complaint.log().stream()
                .map(RecordedEvent::event)
                .filter(SignOfBadServiceSeen.class::isInstance)
                .map(event -> ((SignOfBadServiceSeen) event).sign())
                .toList();
    }

    private static void timersFireUntil(Case complaint, Predicate<ComplaintEvent> seen) {
        for (int i = 0; i < 100; i++) {
            if (complaint.nextTimerFires().stream().anyMatch(seen)) {
                return;
            }
        }
        throw new AssertionError("It never happens");
    }

    private static Predicate<ComplaintEvent> breachOf(String clock) {
        return event ->
                event instanceof ClockBreached breached
                        && breached.clock().equals(new ClockName(clock));
    }

    @Test
    void nobodyGreetedTheCustomerInTime() {
        Case complaint = owned();
        timersFireUntil(complaint, breachOf("first-human-reply"));
        assertThat(signs(complaint)).containsOnlyOnce(ServiceSign.NO_PROPER_GREETING);
        assertThat(complaint.log())
                .extracting(RecordedEvent::event)
                .contains(
                        new SignOfBadServiceSeen(
                                ServiceSign.NO_PROPER_GREETING,
                                Case.SATO,
                                Case.POLICIES.signs().version()));
    }

    @Test
    void whoeverIsGreetedInTimeSeesNoSuchSign() {
        Case complaint = owned().given(Commands.reply("We are sorry"));
        timersFireUntil(complaint, breachOf("resolution"));
        assertThat(signs(complaint)).doesNotContain(ServiceSign.NO_PROPER_GREETING);
    }

    @Test
    void aLongWaitWithoutAWordIsASignOnceUntilSomebodySpeaks() {
        Case complaint = owned();
        timersFireUntil(complaint, breachOf("resolution"));
        assertThat(signs(complaint)).containsOnlyOnce(ServiceSign.LONG_WAIT_WITHOUT_EXPLANATION);
    }

    @Test
    void aLongWaitThatWasExplainedTheDayBeforeIsNone() {
        Case complaint = owned();
        timersFireUntil(
                complaint,
                event ->
                        event instanceof ComplaintEvent.ClockWarned warned
                                && warned.clock().equals(new ClockName("resolution")));
        complaint.given(Commands.reply("The part comes late, we apologise"));
        Duration left =
                Duration.between(
                        complaint.now(),
                        complaint.state().clock(new ClockName("resolution")).orElseThrow().dueAt());
        complaint.after(left.minusHours(1)).given(Commands.reply("It comes tomorrow"));
        int before = signs(complaint).size();
        timersFireUntil(complaint, breachOf("resolution"));
        assertThat(signs(complaint)).hasSize(before);
    }

    @Test
    void handingOnWithoutHavingHelpedIsASign() {
        assertThat(signs(owned().given(Commands.handOver("chen"))))
                .containsExactly(ServiceSign.TRANSFERRED_WITHOUT_HELP);
        assertThat(signs(owned().given(Commands.clarify(), Commands.handOver("chen")))).isEmpty();
        assertThat(signs(owned().by(Actor.automation("bot")).given(Commands.handOver("chen"))))
                .isEmpty();
    }

    @Test
    void theThirdHandoverSendsTheCustomerRound() {
        Case complaint = owned();
        for (String agent : List.of("chen", "tanaka", "wang")) {
            complaint.given(Commands.reply("I give you to " + agent));
            assertThat(signs(complaint)).isEmpty();
            complaint.given(Commands.handOver(agent));
        }
        assertThat(signs(complaint)).containsExactly(ServiceSign.SENT_ROUND);
    }

    @Test
    void theSecondReworkWithoutASolutionIsASign() {
        Case complaint =
                owned().given(
                                Commands.clarify(),
                                Commands.assess(),
                                Commands.propose("1"),
                                DECLINE,
                                Commands.propose("2"));
        assertThat(signs(complaint)).isEmpty();
        assertThat(signs(complaint.given(DECLINE)))
                .containsExactly(ServiceSign.REWORK_WITHOUT_SOLUTION);
    }

    @Test
    void aPromiseThatIsBrokenWithoutAWordIsASign() {
        Case silent = owned().given(Commands.promise(Case.START.plus(Duration.ofHours(2))));
        timersFireUntil(silent, PromiseBroken.class::isInstance);
        assertThat(signs(silent)).contains(ServiceSign.PROMISE_BROKEN_WITHOUT_A_WORD);

        Case told =
                owned().given(Commands.promise(Case.START.plus(Duration.ofHours(2))))
                        .after(Duration.ofHours(1))
                        .given(Commands.reply("It takes longer, we apologise"));
        timersFireUntil(told, PromiseBroken.class::isInstance);
        assertThat(signs(told)).doesNotContain(ServiceSign.PROMISE_BROKEN_WITHOUT_A_WORD);
    }

    @Test
    void aBrokenPromiseRaisesThePriorityAtOnce() {
        Case complaint =
                owned().by(Actor.agent(new AgentId("sato")))
                        .given(Commands.promise(Case.START.plus(Duration.ofHours(2))));
        int before = complaint.state().priority().score();
        timersFireUntil(complaint, PromiseBroken.class::isInstance);
        assertThat(complaint.state().priority().score()).isGreaterThan(before);
    }
}
