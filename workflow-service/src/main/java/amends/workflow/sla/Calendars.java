package amends.workflow.sla;

import amends.contracts.policy.PolicyName;

import java.util.Map;

/// The business calendars by the names of their policies.
public record Calendars(Map<PolicyName, BusinessCalendar> byName) {

    public Calendars {
        byName = Map.copyOf(byName);
    }

    /// @throws IllegalArgumentException when no such calendar is published
    public BusinessCalendar named(PolicyName name) {
        BusinessCalendar calendar = byName.get(name);
        if (calendar == null) {
            throw new IllegalArgumentException(
                    "No calendar " + name + "; publish it, or name one of " + byName.keySet());
        }
        return calendar;
    }
}
