package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.PoolName;
import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The line before one pool, and who gets what. One writer per pool; all state is in its
/// [LineStore], so that the cost of an event grows with the number of agents and skill sets and not
/// with the number waiting.
///
/// A complaint that was given counts against the agent's capacity at once and is not given again;
/// it leaves that state when it is taken, left or waits anew after having been taken.
///
/// Entries: `roster`, `at/<complaint>`, `in/<lane>/<rank>`.
public final class PoolLine {

    private static final String ROSTER = "roster";
    private static final String AT = "at/";
    private static final String IN = "in/";
    private static final byte[] NOTHING = "1".getBytes(StandardCharsets.US_ASCII);

    private final PoolName pool;
    private final LineStore store;
    private final RoutingPolicy policy;
    private final Roster before;
    private Roster roster;

    /// A line as it stands in the store; an empty store is an empty line.
    public PoolLine(PoolName pool, LineStore store, RoutingPolicy policy) {
        this.pool = pool;
        this.store = store;
        this.policy = policy;
        byte[] saved = store.get(ROSTER);
        before = saved == null ? Roster.EMPTY : Wire.read(saved, Roster.class);
        roster = before;
    }

    /// Takes an event in and says who gets what because of it.
    public List<Assignment> take(DispatchEvent event) {
        switch (event) {
            case DispatchEvent.ComplaintWaits e -> waits(e);
            case DispatchEvent.ComplaintTaken e -> taken(e.complaint(), e.agent());
            case DispatchEvent.ComplaintLeft e -> left(e.complaint());
            case DispatchEvent.AgentPresenceChanged e ->
                    roster = roster.withPresence(e.agent(), e.present());
        }
        return assignments();
    }

    /// Gives out what can be given, the longest-deserving first; also of use after the policy
    /// changed.
    public List<Assignment> assignments() {
        List<Assignment> given = new ArrayList<>();
        for (Optional<Assignment> next = next(); next.isPresent(); next = next()) {
            given.add(next.get());
        }
        if (!roster.equals(before)) {
            store.put(ROSTER, Wire.write(roster));
        }
        return given;
    }

    /// How the agents of the pool stand, in the policy's order.
    public List<AgentStanding> agents() {
        return policy.pool(pool).stream()
                .flatMap(found -> found.agents().stream())
                .map(agent -> new AgentStanding(agent, isPresent(agent), roster.load(agent.id())))
                .toList();
    }

    private boolean isPresent(Agent agent) {
        return roster.present().getOrDefault(agent.id(), policy.presentByDefault());
    }

    // What happened

    private void waits(DispatchEvent.ComplaintWaits event) {
        Whereabouts known = whereabouts(event.complaint());
        if (known != null && known.agent() != null && !known.taken()) {
            return;
        }
        forget(known);
        Lane lane = new Lane(event.skills(), avoided(known));
        String rank = Lane.rank(event);
        store.put(key(lane) + rank, NOTHING);
        remember(event.complaint(), Whereabouts.waiting(lane, rank));
        roster = roster.withLane(lane);
    }

    /// Who handed it back, or had done so when it was last waiting.
    private static @Nullable AgentId avoided(@Nullable Whereabouts known) {
        if (known == null) {
            return null;
        }
        return known.lane() == null ? known.agent() : known.lane().avoided();
    }

    private void taken(ComplaintId complaint, AgentId agent) {
        forget(whereabouts(complaint));
        remember(complaint, Whereabouts.taken(agent));
        roster = roster.loaded(agent, 1);
    }

    private void left(ComplaintId complaint) {
        forget(whereabouts(complaint));
        store.delete(AT + complaint);
    }

    private void forget(@Nullable Whereabouts known) {
        if (known == null) {
            return;
        }
        if (known.lane() != null) {
            store.delete(key(known.lane()) + known.rank());
        }
        if (known.agent() != null) {
            roster = roster.loaded(known.agent(), -1);
        }
    }

    // Who gets what

    private record Head(Lane lane, String rank, Agent agent) {}

    private Optional<Assignment> next() {
        Optional<Head> first =
                roster.lanes().stream()
                        .flatMap(lane -> head(lane).stream())
                        .min(Comparator.comparing(Head::rank));
        first.ifPresent(this::give);
        return first.map(head -> new Assignment(Lane.complaint(head.rank()), head.agent().id()));
    }

    /// The first of a lane, if somebody can take it. Whether anybody can is asked first: it costs
    /// no look into the store.
    private Optional<Head> head(Lane lane) {
        return free(lane).flatMap(agent -> head(lane, agent));
    }

    private Optional<Head> head(Lane lane, Agent agent) {
        String prefix = key(lane);
        String key = store.first(prefix);
        if (key == null) {
            roster = roster.withoutLane(lane);
            return Optional.empty();
        }
        return Optional.of(new Head(lane, key.substring(prefix.length()), agent));
    }

    private void give(Head head) {
        ComplaintId complaint = Lane.complaint(head.rank());
        store.delete(key(head.lane()) + head.rank());
        remember(complaint, Whereabouts.given(head.agent().id()));
        roster = roster.served(head.agent().id());
    }

    /// Of those who can, are there and have room: the one with the smallest part of his capacity
    /// used, then the one who has not got anything for longest.
    private Optional<Agent> free(Lane lane) {
        List<Agent> able =
                policy.pool(pool).stream()
                        .flatMap(found -> found.agents().stream())
                        .filter(agent -> agent.can(lane.skills()))
                        .toList();
        boolean choice = able.stream().anyMatch(agent -> !agent.id().equals(lane.avoided()));
        return able.stream()
                .filter(agent -> !choice || !agent.id().equals(lane.avoided()))
                .filter(this::isPresent)
                .filter(agent -> roster.load(agent.id()) < agent.capacity())
                .min(
                        Comparator.<Agent>comparingDouble(
                                        agent ->
                                                (double) roster.load(agent.id()) / agent.capacity())
                                .thenComparingLong(agent -> roster.lastTurn(agent.id()))
                                .thenComparing(agent -> agent.id().value()));
    }

    // Entries

    private static String key(Lane lane) {
        return IN + lane.name() + "/";
    }

    private @Nullable Whereabouts whereabouts(ComplaintId complaint) {
        byte[] saved = store.get(AT + complaint);
        return saved == null ? null : Wire.read(saved, Whereabouts.class);
    }

    private void remember(ComplaintId complaint, Whereabouts where) {
        store.put(AT + complaint, Wire.write(where));
    }
}
