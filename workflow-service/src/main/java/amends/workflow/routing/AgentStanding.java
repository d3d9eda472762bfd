package amends.workflow.routing;

import amends.contracts.routing.Presence;

/// How an agent of a pool stands: whether he is there and on his shift, and how many of its
/// complaints he has.
public record AgentStanding(Agent agent, Presence presence, boolean onShift, Desk desk) {

    /// Present as far as anybody said, whatever his shift.
    public boolean present() {
        return presence == Presence.PRESENT;
    }

    public int load() {
        return desk.load();
    }
}
