package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.Skill;
import amends.workflow.routing.AgentStanding;
import amends.workflow.stream.Agents;
import amends.workflow.web.CaseController.Items;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    AgentController(Agents agents) {
        this.agents = agents;
    }

    /// An agent's part in one pool.
    record Membership(PoolName pool, List<Skill> skills, int capacity, int load, boolean present) {
        static Membership of(PoolName pool, AgentStanding standing) {
            return new Membership(
                    pool,
                    standing.agent().skills().stream()
                            .sorted(Comparator.comparing(Skill::value))
                            .toList(),
                    standing.agent().capacity(),
                    standing.load(),
                    standing.present());
        }
    }

    /// An agent; present when any of his pools has him as present.
    record AgentRow(AgentId id, boolean present, List<Membership> pools) {
        AgentRow {
            pools = List.copyOf(pools);
        }
    }

    record Presence(boolean present) {}

    @GetMapping("/agents")
    Items<AgentRow> all() {
        Map<String, List<Membership>> byAgent = new TreeMap<>();
        poolsByName()
                .forEach(
                        (name, standings) ->
                                standings.forEach(
                                        standing ->
                                                byAgent.computeIfAbsent(
                                                                standing.agent().id().value(),
                                                                id -> new ArrayList<>())
                                                        .add(
                                                                Membership.of(
                                                                        new PoolName(name),
                                                                        standing))));
        return new Items<>(
                byAgent.entrySet().stream()
                        .map(entry -> row(new AgentId(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private Map<String, List<AgentStanding>> poolsByName() {
        Map<String, List<AgentStanding>> pools = new TreeMap<>();
        agents.byPool().forEach((pool, standings) -> pools.put(pool.value(), standings));
        return pools;
    }

    private static AgentRow row(AgentId agent, List<Membership> memberships) {
        return new AgentRow(agent, memberships.stream().anyMatch(Membership::present), memberships);
    }

    @PutMapping("/agents/{id}/presence")
    Presence presence(@PathVariable AgentId id, @RequestBody Presence presence) {
        if (!agents.changePresence(id, presence.present())) {
            throw Problems.of(
                    HttpStatus.NOT_FOUND,
                    "No pool has an agent %s; add him to the policy `routing` first".formatted(id));
        }
        return presence;
    }
}
