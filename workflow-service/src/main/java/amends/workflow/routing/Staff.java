package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.Presence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who of a pool can take what at a moment.
record Staff(List<Agent> agents, Moment moment) {

    static Staff of(PoolName pool, Moment moment) {
        return new Staff(moment.policy().pool(pool).map(Pool::agents).orElse(List.of()), moment);
    }

    Optional<Agent> named(AgentId id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    Presence presence(Agent agent, Roster roster) {
        Presence said = roster.desk(agent.id()).presence();
        if (said != null) {
            return said;
        }
        return moment.policy().presentByDefault() ? Presence.PRESENT : Presence.OFFLINE;
    }

    boolean isThere(Agent agent, Roster roster) {
        return presence(agent, roster) == Presence.PRESENT && moment.isOnShift(agent);
    }

    /// Not to be expected back soon.
    boolean isGone(AgentId id, Roster roster) {
        return named(id)
                .filter(agent -> presence(agent, roster) != Presence.OFFLINE)
                .filter(moment::isOnShift)
                .isEmpty();
    }

    static boolean hasRoom(Agent agent, ChannelKind kind, Roster roster) {
        Desk desk = roster.desk(agent.id());
        return desk.load() < agent.capacity() && desk.load(kind) < agent.capacity(kind);
    }

    /// Why somebody can't have what needs so much. Empty: he can, or he is of no pool and nobody
    /// knows.
    Optional<ReofferReason> objection(AgentId id, Lane needs, Roster roster) {
        return named(id)
                .flatMap(
                        agent -> {
                            if (!agent.can(needs)) {
                                return Optional.of(ReofferReason.LACKS_SKILL);
                            }
                            if (!isThere(agent, roster)) {
                                return Optional.of(ReofferReason.NOT_THERE);
                            }
                            return hasRoom(agent, needs.kind(), roster)
                                    ? Optional.empty()
                                    : Optional.of(ReofferReason.NO_ROOM);
                        });
    }

    /// Of those who can, are there and have room: the one with the smallest part of his capacity
    /// used now and lately, then the one who has not got anything for longest.
    Optional<Agent> free(Lane lane, Roster roster) {
        return candidates(lane, roster)
                .filter(Agent::isPushed)
                .filter(agent -> hasRoom(agent, lane.kind(), roster))
                .min(
                        Comparator.<Agent>comparingDouble(agent -> pressure(agent, roster))
                                .thenComparingLong(agent -> roster.desk(agent.id()).lastTurn())
                                .thenComparing(agent -> agent.id().value()));
    }

    /// Whether one who asks may have what waits in a lane.
    boolean mayTake(Agent agent, Lane lane, Roster roster) {
        return hasRoom(agent, lane.kind(), roster)
                && candidates(lane, roster).anyMatch(agent::equals);
    }

    /// Who is preferred and there, alone; else all who can and are there.
    private Stream<Agent> candidates(Lane lane, Roster roster) {
        List<Agent> able = agents.stream().filter(agent -> agent.can(lane)).toList();
        List<Agent> there = able.stream().filter(agent -> isThere(agent, roster)).toList();
        if (there.stream().anyMatch(agent -> agent.id().equals(lane.preferred()))) {
            return there.stream().filter(agent -> agent.id().equals(lane.preferred()));
        }
        boolean choice = able.stream().anyMatch(agent -> !agent.id().equals(lane.avoided()));
        return there.stream().filter(agent -> !choice || !agent.id().equals(lane.avoided()));
    }

    private double pressure(Agent agent, Roster roster) {
        Desk desk = roster.desk(agent.id());
        double lately = desk.recent(moment.now(), moment.policy().fairness().halfLife());
        return (desk.load() + lately) / agent.capacity();
    }
}
