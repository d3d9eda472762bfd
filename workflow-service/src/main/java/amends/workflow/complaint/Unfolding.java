package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent;
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
import amends.workflow.routing.RoutingPolicy;
import amends.workflow.routing.Traits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What follows from a command, event by event: each is folded at once, so that the next one sees
/// what it changed. Priority, queue and [Clocks] follow from the other events and are worked out
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

    Policies policies() {
        return policies;
    }

    /// Adds an event, what it does to the clocks that run, and the signs of bad service that it
    /// shows.
    void happens(ComplaintEvent event) {
        Complaint before = state;
        RecordedEvent recorded = happensAlone(event);
        if (!(event instanceof ComplaintEvent.OfClock)) {
            clocks().follow(event);
        }
        new Signs(occasion).follow(before, recorded, this);
    }

    /// Starts the clocks that all these events ask for, now that priority and tier are known.
    List<ComplaintEvent> conclude() {
        clocks().start(List.copyOf(events));
        return events;
    }

    Clocks clocks() {
        return new Clocks(this, occasion);
    }

    RecordedEvent happensAlone(ComplaintEvent event) {
        events.add(event);
        RecordedEvent recorded =
                new RecordedEvent(
                        state.id(),
                        state.version() + 1,
                        occasion.at(),
                        occasion.actor(),
                        null,
                        event);
        state = state.evolve(recorded);
        return recorded;
    }

    // Priority and queue

    /// Looks at the priority again; a higher level tightens running clocks, and a complaint without
    /// owner may move.
    void reassess(News news) {
        reassess(news, state.factors());
    }

    /// @param earlier the factors until now
    void reassess(News news, List<PriorityFactor> earlier) {
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
                                earlier);
        if (before == null
                || before.score() != now.score()
                || !before.factors().equals(now.factors())) {
            happens(new PriorityAssessed(now));
            if (before != null && now.level().compareTo(before.level()) < 0) {
                clocks().tighten();
            }
        }
    }

    /// Sends the complaint to the queue that its traits now ask for, unless somebody is responsible
    /// already.
    void route() {
        if (state.owner() != null) {
            return;
        }
        RoutingPolicy routing = policies.routing();
        Route route =
                state.ownership().sentRound()
                        ? routing.routeToAuthority(traits())
                        : routing.route(traits());
        Place place = Place.of(route).in(state.ownership().keptIn());
        if (!place.equals(state.place())) {
            happens(
                    new ComplaintQueued(
                            route.queue(),
                            place.pool(),
                            route.skills(),
                            route.rule(),
                            routing.version(),
                            Place.levels(route)));
        }
    }

    private Traits traits() {
        Arrival arrival = arrival();
        return new Traits(
                arrival.channel(),
                arrival.language(),
                arrival.tier(),
                arrival.product(),
                level(),
                state.factors().stream().map(PriorityFactor::factor).collect(Collectors.toSet()));
    }

    Arrival arrival() {
        return Objects.requireNonNull(state.arrival());
    }

    PriorityLevel level() {
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
}
