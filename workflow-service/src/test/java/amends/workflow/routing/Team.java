package amends.workflow.routing;

import static java.util.stream.Collectors.joining;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.Presence;
import amends.workflow.sla.BusinessCalendar;
import amends.workflow.sla.Calendars;

import tools.jackson.dataformat.yaml.YAMLMapper;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The agents of one pool, their line and a clock that a test moves.
final class Team {

    static final PoolName POOL = new PoolName("service");

    /// A Monday, nine in the morning in UTC.
    static final Instant START = Instant.parse("2026-11-09T09:00:00Z");

    private static final YAMLMapper YAML = new YAMLMapper();

    private final MapStore store = new MapStore();
    private final Map<PolicyName, BusinessCalendar> calendars = new HashMap<>();
    private RoutingPolicy policy;
    private Instant now = START;

    /// @param agents each as in a policy
    /// @param more other parts of the policy
    Team(String more, String... agents) {
        policy = policy(more, agents);
    }

    static RoutingPolicy policy(String more, String... agents) {
        String yaml =
                """
                rules: [{rule: all, queue: general, pool: service}]
                languageSkills: {}
                presentByDefault: true
                pools: [{pool: service, agents: [%s]}]
                """
                                .formatted(String.join(", ", agents))
                        + more;
        return RoutingPolicy.parse(published("routing", yaml));
    }

    static PublishedPolicy published(String name, String yaml) {
        return new PublishedPolicy(
                new PolicyVersion(new PolicyName(name), 1),
                START,
                Actor.automation("test"),
                YAML.readTree(yaml));
    }

    /// Working days from Monday to Friday.
    Team withCalendar(String name, String hours) {
        return withCalendar(name, hours, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }

    Team withCalendar(String name, String hours, Set<DayOfWeek> days) {
        String week = days.stream().map(day -> day + ": [" + hours + "]").collect(joining(", "));
        String yaml = "{zone: UTC, week: {%s}}".formatted(week);
        calendars.put(new PolicyName(name), BusinessCalendar.parse(published(name, yaml)));
        return this;
    }

    Team under(RoutingPolicy newPolicy) {
        policy = newPolicy;
        return this;
    }

    RoutingPolicy policy() {
        return policy;
    }

    MapStore store() {
        return store;
    }

    Instant now() {
        return now;
    }

    Team after(Duration time) {
        now = now.plus(time);
        return this;
    }

    PoolLine line() {
        return new PoolLine(POOL, store, new Moment(now, policy, new Calendars(calendars)));
    }

    List<Assignment> hears(DispatchEvent event) {
        return line().take(event);
    }

    List<Assignment> hears(Waiting waiting) {
        return hears(waiting.event());
    }

    Waiting complaint(String name) {
        return Waiting.complaint(name, now);
    }

    /// What time alone brings about.
    List<Assignment> looksAround() {
        return line().assignments();
    }

    List<Assignment> takes(String agent, Waiting waiting) {
        return hears(
                new DispatchEvent.ComplaintTaken(
                        waiting.event().complaint(),
                        new AgentId(agent),
                        waiting.event().queue(),
                        waiting.event().channel(),
                        waiting.event().customer()));
    }

    List<Assignment> loses(String name) {
        return hears(new DispatchEvent.ComplaintLeft(Waiting.id(name)));
    }

    List<Assignment> is(String agent, Presence presence) {
        return hears(
                new DispatchEvent.AgentPresenceChanged(
                        new AgentId(agent), presence == Presence.PRESENT, presence));
    }

    static Assignment given(String complaint, String agent) {
        return new Assignment(Waiting.id(complaint), new AgentId(agent));
    }

    static ComplaintId id(String complaint) {
        return Waiting.id(complaint);
    }
}
