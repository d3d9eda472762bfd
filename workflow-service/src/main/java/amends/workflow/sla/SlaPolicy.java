package amends.workflow.sla;

import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The clocks of every complaint and their targets.
///
/// @param countFromReceiptUpTo clocks count from when a contact reached the company, unless that is
///   longer ago than this: then it is history being imported and they count from its arrival here
/// @param followUpSilence how long a follow-up may stay unanswered before the complaint is closed,
///   elapsed time
/// @param measures what is measured without a promise: read off the log when somebody asks
public record SlaPolicy(
        PolicyVersion version,
        Duration countFromReceiptUpTo,
        Duration followUpSilence,
        List<ClockRule> clocks,
        List<Course> measures) {

    public SlaPolicy {
        clocks = List.copyOf(clocks);
        measures = List.copyOf(measures);
    }

    /// @throws amends.workflow.policy.body.InvalidPolicy when it can't be followed
    public static SlaPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        SlaPolicy policy =
                new SlaPolicy(
                        published.version(),
                        body.countFromReceiptUpTo(),
                        body.followUpSilence(),
                        body.clocks(),
                        body.measures());
        policy.clocks().forEach(rule -> policy.checkPrecedence(rule.course()));
        policy.measures().forEach(policy::checkPrecedence);
        return policy;
    }

    /// A clock may stand back behind another, but not in a circle.
    private void checkPrecedence(Course course) {
        for (ClockName other : course.notWhile()) {
            if (rule(other).filter(rule -> rule.course().notWhile().isEmpty()).isEmpty()) {
                throw new InvalidPolicy(
                        version.name(),
                        "clock %s: notWhile names clocks that have no notWhile themselves, not %s"
                                .formatted(course.clock(), other));
            }
        }
    }

    private record Body(
            Duration countFromReceiptUpTo,
            Duration followUpSilence,
            List<ClockRule> clocks,
            List<Course> measures) {}

    public Optional<ClockRule> rule(ClockName clock) {
        return clocks.stream().filter(rule -> rule.clock().equals(clock)).findFirst();
    }

    /// When the clocks of a contact begin that reached the company at `receivedAt` and arrived here
    /// at `now`.
    public Instant beginning(Instant receivedAt, Instant now) {
        boolean recent = !receivedAt.isBefore(now.minus(countFromReceiptUpTo));
        return recent && receivedAt.isBefore(now) ? receivedAt : now;
    }

    /// @throws IllegalArgumentException when the calendar of the rule is not published
    public Reckoning reckoning(ClockRule rule, Calendars calendars) {
        return new Reckoning(rule, version, calendars.named(rule.calendar()));
    }

    public Optional<Course> measure(ClockName clock) {
        return measures.stream().filter(measure -> measure.clock().equals(clock)).findFirst();
    }
}
