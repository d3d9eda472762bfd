package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.Presence;
import amends.contracts.routing.Skill;
import amends.workflow.routing.Agent;
import amends.workflow.routing.AgentStanding;
import amends.workflow.routing.ChannelKind;
import amends.workflow.stream.Agents;
import amends.workflow.web.CaseController.Items;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who is there to take complaints.
@RestController
class AgentController {

    private final Agents agents;
    private final PoolsWithinReach pools;

    AgentController(Agents agents, PoolsWithinReach pools) {
        this.agents = agents;
        this.pools = pools;
    }

    /// An agent's part in one pool.
    ///
    /// @param levels how well he masters each skill
    /// @param capacities how many of single kinds of channel he can have
    /// @param loads how many of each kind he has
    record Membership(
            PoolName pool,
            List<Skill> skills,
            int capacity,
            int load,
            boolean present,
            Map<Skill, Integer> levels,
            Map<ChannelKind, Integer> capacities,
            Map<ChannelKind, Integer> loads,
            Presence presence,
            boolean onShift,
            boolean asks) {
        static Membership of(PoolName pool, AgentStanding standing) {
            Agent agent = standing.agent();
            return new Membership(
                    pool,
                    List.copyOf(agent.mastered().levels().keySet()),
                    agent.capacity(),
                    standing.load(),
                    standing.present(),
                    agent.mastered().levels(),
                    agent.capacities(),
                    standing.desk().kinds(),
                    standing.presence(),
                    standing.onShift(),
                    !agent.isPushed());
        }
    }

    /// An agent; present when any of his pools has him as present.
    record AgentRow(AgentId id, boolean present, List<Membership> pools) {
        AgentRow {
            pools = List.copyOf(pools);
        }
    }

    /// Whether an agent is there: `present` says it roughly, `presence` exactly and goes first.
    record PresenceBody(@Nullable Boolean present, @Nullable Presence presence) {

        static PresenceBody of(Presence presence) {
            return new PresenceBody(presence == Presence.PRESENT, presence);
        }

        Presence meant() {
            if (presence != null) {
                return presence;
            }
            if (present == null) {
                throw Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "Say `presence` (PRESENT, AWAY, OFFLINE) or `present` (true, false)");
            }
            return present ? Presence.PRESENT : Presence.OFFLINE;
        }
    }

    /// @param id of the only one who is asked for; absent: all
    @GetMapping("/agents")
    Items<AgentRow> all(
            @RequestParam(required = false) @Nullable AgentId id, HttpServletRequest request) {
        Map<String, List<Membership>> byAgent = new TreeMap<>();
        sorted(agents.byPool(pools.of(id, IdentityFilter.caller(request))))
                .forEach(
                        (pool, standings) ->
                                standings.stream()
                                        .filter(each -> id == null || id.equals(each.agent().id()))
                                        .forEach(each -> put(byAgent, pool, each)));
        return new Items<>(
                byAgent.entrySet().stream()
                        .map(entry -> row(new AgentId(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static Map<PoolName, List<AgentStanding>> sorted(
            Map<PoolName, List<AgentStanding>> byPool) {
        Map<PoolName, List<AgentStanding>> sorted =
                new TreeMap<>(Comparator.comparing(PoolName::value));
        sorted.putAll(byPool);
        return sorted;
    }

    private static void put(
            Map<String, List<Membership>> byAgent, PoolName pool, AgentStanding standing) {
        byAgent.computeIfAbsent(standing.agent().id().value(), id -> new ArrayList<>())
                .add(Membership.of(pool, standing));
    }

    private static AgentRow row(AgentId agent, List<Membership> memberships) {
        return new AgentRow(agent, memberships.stream().anyMatch(Membership::present), memberships);
    }

    @PutMapping("/agents/{id}/presence")
    PresenceBody presence(@PathVariable AgentId id, @RequestBody PresenceBody body) {
        Presence presence = body.meant();
        if (!agents.changePresence(id, presence)) {
            throw Problems.unknownAgent(id);
        }
        return PresenceBody.of(presence);
    }
}
