package amends.workflow.routing;

import amends.contracts.policy.PolicyName;
import amends.workflow.sla.Calendars;

import java.time.Instant;

/// What time it is for a pool, and under which policy and calendars.
public record Moment(Instant now, RoutingPolicy policy, Calendars calendars) {

    boolean isOnShift(Agent agent) {
        return agent.shift().map(this::isOpen).orElse(true);
    }

    private boolean isOpen(PolicyName calendar) {
        return calendars.named(calendar).isOpen(now);
    }
}
