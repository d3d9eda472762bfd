package amends.workflow.policy;

import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.authority.AuthorityPolicy;
import amends.workflow.playbook.PlaybookPolicy;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.priority.PriorityPolicy;
import amends.workflow.quality.SignPolicy;
import amends.workflow.routing.RoutingPolicy;
import amends.workflow.sla.BusinessCalendar;
import amends.workflow.sla.Calendars;
import amends.workflow.sla.ClockRule;
import amends.workflow.sla.Course;
import amends.workflow.sla.SlaPolicy;
import amends.workflow.typology.TypologyPolicy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The policies that decisions are made under, parsed; immutable, safe to share between threads.
public record Policies(
        SlaPolicy sla,
        Calendars calendars,
        PriorityPolicy priority,
        RoutingPolicy routing,
        AuthorityPolicy authority,
        SignPolicy signs,
        TypologyPolicy typology,
        PlaybookPolicy playbook) {

    public static final PolicyName SLA = new PolicyName("sla");
    public static final PolicyName PRIORITY = new PolicyName("priority");
    public static final PolicyName ROUTING = new PolicyName("routing");
    public static final PolicyName TYPOLOGY = new PolicyName("typology");
    public static final PolicyName PLAYBOOK = new PolicyName("playbook");
    public static final PolicyName AUTHORITY = new PolicyName("authority");
    public static final PolicyName SIGNS = new PolicyName("service-signs");
    public static final String CALENDAR_PREFIX = "calendar.";

    /// Whether clocks run by this policy.
    public static boolean movesClocks(PolicyName policy) {
        return policy.equals(SLA) || policy.value().startsWith(CALENDAR_PREFIX);
    }

    /// @param published the version in force of each policy; policies of other services are skipped
    /// @throws InvalidPolicy when one is missing or can't be followed
    public static Policies parse(Map<PolicyName, PublishedPolicy> published) {
        SlaPolicy sla = SlaPolicy.parse(needed(published, SLA));
        Calendars calendars = calendars(published);
        checkCalendars("clocks", sla.clocks().stream().map(ClockRule::course).toList(), calendars);
        checkCalendars("measures", sla.measures(), calendars);
        RoutingPolicy routing = RoutingPolicy.parse(needed(published, ROUTING));
        checkShifts(routing, calendars);
        return new Policies(
                sla,
                calendars,
                PriorityPolicy.parse(needed(published, PRIORITY)),
                routing,
                AuthorityPolicy.parse(needed(published, AUTHORITY)),
                SignPolicy.parse(needed(published, SIGNS)),
                TypologyPolicy.parse(needed(published, TYPOLOGY)),
                PlaybookPolicy.parse(needed(published, PLAYBOOK)));
    }

    private static void checkCalendars(String list, List<Course> courses, Calendars calendars) {
        for (int i = 0; i < courses.size(); i++) {
            Course course = courses.get(i);
            if (!calendars.byName().containsKey(course.calendar())) {
                throw new InvalidPolicy(
                        SLA,
                        "clock %s counts by %s, which is not published"
                                .formatted(course.clock(), course.calendar()),
                        "/%s/%d/calendar".formatted(list, i));
            }
        }
    }

    private static void checkShifts(RoutingPolicy routing, Calendars calendars) {
        routing.shifts().stream()
                .filter(shift -> !calendars.byName().containsKey(shift))
                .findFirst()
                .ifPresent(
                        shift -> {
                            throw new InvalidPolicy(
                                    ROUTING,
                                    "somebody's shift is %s, which is not published"
                                            .formatted(shift));
                        });
    }

    private static Calendars calendars(Map<PolicyName, PublishedPolicy> published) {
        Map<PolicyName, BusinessCalendar> calendars = new HashMap<>();
        published.forEach(
                (name, policy) -> {
                    if (name.value().startsWith(CALENDAR_PREFIX)) {
                        calendars.put(name, BusinessCalendar.parse(policy));
                    }
                });
        return new Calendars(calendars);
    }

    private static PublishedPolicy needed(
            Map<PolicyName, PublishedPolicy> published, PolicyName name) {
        PublishedPolicy policy = published.get(name);
        if (policy == null) {
            throw new InvalidPolicy(name, "it is not published; publish it");
        }
        return policy;
    }
}
