package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockCancelled;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ComplaintQueued;
import amends.contracts.complaint.ComplaintEvent.PriorityAssessed;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.priority.PriorityLevel;
import amends.workflow.policy.Policies;
import amends.workflow.priority.News;
import amends.workflow.priority.Standing;
import amends.workflow.routing.Route;
import amends.workflow.routing.Traits;
import amends.workflow.sla.ClockRule;
import amends.workflow.sla.Milestone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What follows from a command, event by event: each is folded at once, so that the next one sees
/// what it changed. Priority, queue and clocks follow from the other events and are worked out
/// here.
final class Unfolding {

    private final Occasion occasion;
    private final Policies policies;
    private final List<ComplaintEvent> events = new ArrayList<>();
    private Complaint state;

    Unfolding(Complaint state, Occasion occasion) {
        this.state = state;
        this.occasion = occasion;
        this.policies = occasion.policies();
    }

    Complaint state() {
        return state;
    }

    List<ComplaintEvent> events() {
        return events;
    }

    void happens(ComplaintEvent event) {
        events.add(event);
        state =
                state.evolve(
                        new RecordedEvent(
                                state.id(),
                                state.version() + 1,
                                occasion.at(),
                                occasion.actor(),
                                null,
                                event));
    }

    // Priority and queue

    /// Looks at the priority again; a higher level tightens running clocks, and a complaint without
    /// owner may move.
    void reassess(News news) {
        Arrival arrival = arrival();
        Priority before = state.priority();
        Priority now =
                policies.priority()
                        .assess(
                                news,
                                new Standing(
                                        arrival.tier(),
                                        arrival.contacts(),
                                        brokenPromises(),
                                        waited()),
                                state.factors());
        if (before == null
                || before.score() != now.score()
                || !before.factors().equals(now.factors())) {
            happens(new PriorityAssessed(now));
            if (before != null && now.level().compareTo(before.level()) < 0) {
                tightenClocks();
            }
        }
    }

    /// Sends the complaint to the queue that its traits now ask for, unless somebody is responsible
    /// already.
    void route() {
        if (state.owner() != null) {
            return;
        }
        Arrival arrival = arrival();
        Route route =
                policies.routing()
                        .route(
                                new Traits(
                                        arrival.channel(),
                                        arrival.language(),
                                        arrival.tier(),
                                        arrival.product(),
                                        level(),
                                        state.factors().stream()
                                                .map(PriorityFactor::factor)
                                                .collect(Collectors.toSet())));
        Place place = new Place(route.queue(), route.pool(), route.skills());
        if (!place.equals(state.place())) {
            happens(
                    new ComplaintQueued(
                            route.queue(),
                            route.pool(),
                            route.skills(),
                            route.rule(),
                            policies.routing().version()));
        }
    }

    private Arrival arrival() {
        return Objects.requireNonNull(state.arrival());
    }

    private PriorityLevel level() {
        Priority priority = state.priority();
        return priority == null ? PriorityLevel.NORMAL : priority.level();
    }

    private int brokenPromises() {
        return (int)
                state.promises().stream()
                        .filter(promise -> promise.state() == Promise.State.BROKEN)
                        .count();
    }

    private Duration waited() {
        Instant since = state.waitingSince();
        return since == null ? Duration.ZERO : Duration.between(since, occasion.at());
    }

    // Clocks

    void startClocks(Instant receivedAt) {
        Instant beginning = policies.sla().beginning(receivedAt, occasion.at());
        policies.sla().clocks().forEach(rule -> happens(started(rule, beginning, beginning)));
    }

    /// What was met before stays met; the work begun again is measured anew.
    void restartClocks() {
        policies.sla().clocks().stream()
                .filter(ClockRule::restartsOnReopening)
                .forEach(rule -> happens(started(rule, occasion.at(), occasion.at())));
    }

    /// A clock that still runs gets the target of the new level, counted from now, if that is
    /// sooner: a raised priority asks for more speed, but nobody is late the moment it is raised.
    /// It keeps its beginning.
    private void tightenClocks() {
        for (RunningClock clock : state.clocks()) {
            if (!clock.breached()) {
                policies.sla()
                        .rule(clock.clock())
                        .map(rule -> started(rule, clock.startedAt(), occasion.at()))
                        .filter(tighter -> tighter.dueAt().isBefore(clock.dueAt()))
                        .ifPresent(this::happens);
            }
        }
    }

    private ClockStarted started(ClockRule rule, Instant startedAt, Instant countedFrom) {
        return policies.sla()
                .start(
                        rule,
                        startedAt,
                        countedFrom,
                        level(),
                        arrival().tier(),
                        policies.calendars());
    }

    /// Stops the clocks that wait for this. One that passed its target before its timer came is
    /// breached first.
    void reaches(Milestone milestone) {
        for (RunningClock clock : state.clocks()) {
            if (waitsFor(clock, milestone)) {
                if (!clock.breached() && occasion.at().isAfter(clock.dueAt())) {
                    happens(new ClockBreached(clock.clock(), clock.dueAt()));
                }
                happens(new ClockMet(clock.clock(), clock.dueAt()));
            }
        }
    }

    private boolean waitsFor(RunningClock clock, Milestone milestone) {
        return policies.sla()
                .rule(clock.clock())
                .filter(rule -> rule.metBy().contains(milestone))
                .isPresent();
    }

    /// A person's words reached the customer; an automatic message is not that.
    void reachesHumanReply() {
        if (occasion.actor().isAgent()) {
            reaches(Milestone.HUMAN_REPLY);
        }
    }

    void cancelClocks() {
        state.clocks().forEach(clock -> happens(new ClockCancelled(clock.clock())));
    }
}
