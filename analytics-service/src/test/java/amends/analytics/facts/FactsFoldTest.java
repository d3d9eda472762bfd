package amends.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.analytics.LogOf;
import amends.analytics.facts.ClockFact.State;
import amends.analytics.facts.ComplaintFacts.Standing;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ComplaintAcknowledged;
import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ReplySent;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class FactsFoldTest {

    private static final ClockName RESOLUTION = new ClockName("resolution");

    @Test
    void milestonesAreTheFirstOnesAndAnAutomaticReplyIsNone() {
        LogOf log =
                LogOf.complaint("1")
                        .received("a")
                        .by(Actor.automation("notification"), new ComplaintAcknowledged())
                        .by(Actor.automation("bot"), new ReplySent(new FreeText("auto")))
                        .agent(new ReplySent(new FreeText("hello")))
                        .resolved(true)
                        .agent(new ComplaintReopened(ReopeningReason.AGENT_DECISION, null))
                        .resolved(false);

        ComplaintFacts facts = fold(log.events());

        assertThat(facts.milestones()).isEqualTo(new Milestones(hour(1), hour(3), hour(4), true));
        assertThat(facts.standing()).isEqualTo(Standing.RESOLVED);
        assertThat(facts.reopenings()).isEqualTo(1);
    }

    @Test
    void aBreachStaysKnownAfterTheClockIsMet() {
        ComplaintEvent started =
                new ClockStarted(
                        RESOLUTION,
                        ClockFamily.SERVICE,
                        hour(0),
                        hour(1),
                        hour(2),
                        PolicyVersion.parse("sla@1"),
                        PolicyVersion.parse("calendar@1"));
        LogOf log =
                LogOf.complaint("1")
                        .received("a")
                        .agent(started)
                        .agent(new ClockBreached(RESOLUTION, hour(2)));

        assertThat(fold(log.events()).clocks().get("resolution").state()).isEqualTo(State.OVERDUE);
        log.agent(new ClockMet(RESOLUTION, hour(2)));
        assertThat(fold(log.events()).clocks().get("resolution").state()).isEqualTo(State.MET_LATE);
    }

    @Test
    void reopeningForgetsWhyItWasClosed() {
        LogOf log =
                LogOf.complaint("1")
                        .received("a")
                        .resolved(false)
                        .agent(new ComplaintClosed(ClosingReason.NO_ANSWER));

        assertThat(fold(log.events()).closed()).isEqualTo(ClosingReason.NO_ANSWER);
        log.agent(new ComplaintReopened(ReopeningReason.CUSTOMER_CONTACTED_AGAIN, null));
        assertThat(fold(log.events()).closed()).isNull();
    }

    @Test
    void anEventTwiceChangesNothing() {
        List<RecordedEvent> events = LogOf.complaint("1").received("a").resolved(true).events();
        ComplaintFacts facts = fold(events);

        assertThat(FactsFold.fold(facts, events.getLast())).isSameAs(facts);
        assertThat(FactsFold.fold(facts, events.getFirst())).isSameAs(facts);
    }

    @Test
    void aComplaintWithoutBeginningIsRefused() {
        RecordedEvent resolved = LogOf.complaint("1").received("a").resolved(true).events().get(1);

        assertThatThrownBy(() -> FactsFold.fold(null, resolved))
                .hasMessageContaining("ComplaintReceived must come before its ComplaintResolved");
    }

    private static Instant hour(int hours) {
        return LogOf.START.plus(Duration.ofHours(hours));
    }

    private static ComplaintFacts fold(List<RecordedEvent> events) {
        ComplaintFacts facts = null;
        for (RecordedEvent event : events) {
            facts = FactsFold.fold(facts, event);
        }
        return facts;
    }
}
