package amends.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.Refusal;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One complaint under the shipped policies, with a clock that a test moves and a log of what
/// happened.
final class Case {

    static final Policies POLICIES = Policies.parse(ShippedPolicies.load());
    static final ComplaintId ID = new ComplaintId("0123456789AB");
    static final AgentId SATO = new AgentId("sato");

    /// A Monday, ten in the morning in Tokyo.
    static final Instant START = Instant.parse("2026-11-09T01:00:00Z");

    private final ComplaintDecider decider = new ComplaintDecider();
    private Policies policies = POLICIES;
    private final List<RecordedEvent> log = new ArrayList<>();
    private Complaint state = Complaint.unborn(ID);
    private Instant now = START;
    private Actor actor = Actor.agent(SATO);

    Case under(Policies newPolicies) {
        policies = newPolicies;
        return this;
    }

    Policies policies() {
        return policies;
    }

    Complaint state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<RecordedEvent> log() {
        return log;
    }

    Case by(Actor newActor) {
        actor = newActor;
        return this;
    }

    Case at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Case after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Case given(ComplaintCommand... commands) {
        for (ComplaintCommand command : commands) {
            assertThat(accepts(command)).as("events of %s", command).isNotEmpty();
        }
        return this;
    }

    Decision decide(ComplaintCommand command) {
        return decider.decide(command, state, new Occasion(now, actor, policies));
    }

    List<ComplaintEvent> accepts(ComplaintCommand command) {
        Decision decision = decide(command);
        assertThat(decision).as("decision on %s", command).isInstanceOf(Decision.Accepted.class);
        List<ComplaintEvent> events = ((Decision.Accepted) decision).events();
        events.forEach(this::record);
        return events;
    }

    Refusal refuses(ComplaintCommand command) {
        Decision decision = decide(command);
        assertThat(decision).as("decision on %s", command).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    /// Lets the next timer fire at its due time, or at the present if that is later.
    List<ComplaintEvent> nextTimerFires() {
        Timer timer = state.nextTimer(policies).orElseThrow();
        now = timer.due().isAfter(now) ? timer.due() : now;
        Actor usual = actor;
        actor = Actor.automation(Timer.ACTOR);
        List<ComplaintEvent> events = accepts(timer.command());
        actor = usual;
        return events;
    }

    private void record(ComplaintEvent event) {
        RecordedEvent recorded =
                new RecordedEvent(ID, state.version() + 1, now, actor, null, event);
        log.add(recorded);
        state = state.evolve(recorded);
    }
}
