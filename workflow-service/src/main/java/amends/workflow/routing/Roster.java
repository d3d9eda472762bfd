package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.Presence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The small part of a pool's state: who is there, who has how much, and which lanes anybody waits
/// in.
///
/// @param turn how many complaints were given
record Roster(Map<AgentId, Desk> desks, Set<Lane> lanes, long turn) {

    static final Roster EMPTY = new Roster(Map.of(), Set.of(), 0);

    Roster {
        desks = Map.copyOf(desks);
        lanes = Set.copyOf(lanes);
    }

    /// Reads what is stored, that of earlier versions included: `present` and `loads` instead of
    /// desks.
    @JsonCreator
    static Roster read(
            @JsonProperty("desks") @Nullable Map<AgentId, Desk> desks,
            @JsonProperty("lanes") Set<Lane> lanes,
            @JsonProperty("turn") long turn,
            @JsonProperty("present") @Nullable Map<AgentId, Boolean> present,
            @JsonProperty("loads") @Nullable Map<AgentId, Integer> loads) {
        if (desks != null) {
            return new Roster(desks, lanes, turn);
        }
        Map<AgentId, Desk> read = new HashMap<>();
        orEmpty(loads)
                .forEach(
                        (agent, load) ->
                                read.put(agent, Desk.EMPTY.loaded(ChannelKind.WRITTEN, load)));
        orEmpty(present)
                .forEach(
                        (agent, there) ->
                                read.put(
                                        agent,
                                        read.getOrDefault(agent, Desk.EMPTY)
                                                .with(
                                                        there
                                                                ? Presence.PRESENT
                                                                : Presence.OFFLINE)));
        return new Roster(read, lanes, turn);
    }

    private static <V> Map<AgentId, V> orEmpty(@Nullable Map<AgentId, V> read) {
        return read == null ? Map.of() : read;
    }

    Desk desk(AgentId agent) {
        return desks.getOrDefault(agent, Desk.EMPTY);
    }

    Roster with(AgentId agent, UnaryOperator<Desk> change) {
        Desk before = desk(agent);
        Desk after = change.apply(before);
        if (after.equals(before)) {
            return this;
        }
        Map<AgentId, Desk> changed = new HashMap<>(desks);
        changed.put(agent, after);
        return new Roster(changed, lanes, turn);
    }

    Roster served(AgentId agent, ChannelKind kind, Instant now, Duration halfLife) {
        Roster next = new Roster(desks, lanes, turn + 1);
        return next.with(agent, desk -> desk.served(kind, next.turn, now, halfLife));
    }

    Roster withLane(Lane lane) {
        if (lanes.contains(lane)) {
            return this;
        }
        Set<Lane> changed = new HashSet<>(lanes);
        changed.add(lane);
        return new Roster(desks, changed, turn);
    }

    Roster withoutLane(Lane lane) {
        Set<Lane> changed = new HashSet<>(lanes);
        changed.remove(lane);
        return new Roster(desks, changed, turn);
    }
}
