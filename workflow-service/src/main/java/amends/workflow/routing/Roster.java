package amends.workflow.routing;

import amends.contracts.complaint.AgentId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The small part of a pool's state: who is there, who has how much, and which lanes anybody waits
/// in.
///
/// @param present what was said of agents' presence
/// @param loads complaints given to each agent
/// @param turns when each agent last got one, counted in assignments
record Roster(
        Map<AgentId, Boolean> present,
        Map<AgentId, Integer> loads,
        Map<AgentId, Long> turns,
        Set<Lane> lanes,
        long turn) {

    static final Roster EMPTY = new Roster(Map.of(), Map.of(), Map.of(), Set.of(), 0);

    Roster {
        present = Map.copyOf(present);
        loads = Map.copyOf(loads);
        turns = Map.copyOf(turns);
        lanes = Set.copyOf(lanes);
    }

    int load(AgentId agent) {
        return loads.getOrDefault(agent, 0);
    }

    long lastTurn(AgentId agent) {
        return turns.getOrDefault(agent, 0L);
    }

    Roster withPresence(AgentId agent, boolean there) {
        Map<AgentId, Boolean> changed = new HashMap<>(present);
        changed.put(agent, there);
        return new Roster(changed, loads, turns, lanes, turn);
    }

    Roster loaded(AgentId agent, int change) {
        Map<AgentId, Integer> changed = new HashMap<>(loads);
        changed.merge(agent, change, (load, by) -> load + by > 0 ? load + by : null);
        return new Roster(present, changed, turns, lanes, turn);
    }

    Roster served(AgentId agent) {
        Map<AgentId, Long> changed = new HashMap<>(turns);
        changed.put(agent, turn + 1);
        return new Roster(present, loads, changed, lanes, turn + 1).loaded(agent, 1);
    }

    Roster withLane(Lane lane) {
        if (lanes.contains(lane)) {
            return this;
        }
        Set<Lane> changed = new HashSet<>(lanes);
        changed.add(lane);
        return new Roster(present, loads, turns, changed, turn);
    }

    Roster withoutLane(Lane lane) {
        List<Lane> changed = new ArrayList<>(lanes);
        changed.remove(lane);
        return new Roster(present, loads, turns, Set.copyOf(changed), turn);
    }
}
