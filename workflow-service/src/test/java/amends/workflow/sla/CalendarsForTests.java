package amends.workflow.sla;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.wire.Wire;

import java.time.Instant;
import java.util.Map;

/// Calendars out of a few words.
final class CalendarsForTests {

    private CalendarsForTests() {}

    static BusinessCalendar parse(Map<String, ?> body) {
        return BusinessCalendar.parse(
                new PublishedPolicy(
                        PolicyVersion.parse("calendar.test@1"),
                        Instant.EPOCH,
                        Actor.automation("test"),
                        Wire.mapper().valueToTree(body)));
    }
}
