package amends.workflow.sla;

import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.contact.CustomerTier;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockName;
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
public record SlaPolicy(
        PolicyVersion version,
        Duration countFromReceiptUpTo,
        Duration followUpSilence,
        List<ClockRule> clocks) {

    public SlaPolicy {
        clocks = List.copyOf(clocks);
    }

    /// @throws amends.workflow.policy.body.InvalidPolicy when it can't be followed
    public static SlaPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        return new SlaPolicy(
                published.version(),
                body.countFromReceiptUpTo(),
                body.followUpSilence(),
                body.clocks());
    }

    private record Body(
            Duration countFromReceiptUpTo, Duration followUpSilence, List<ClockRule> clocks) {}

    public Optional<ClockRule> rule(ClockName clock) {
        return clocks.stream().filter(rule -> rule.clock().equals(clock)).findFirst();
    }

    /// When the clocks of a contact begin that reached the company at `receivedAt` and arrived here
    /// at `now`.
    public Instant beginning(Instant receivedAt, Instant now) {
        boolean recent = !receivedAt.isBefore(now.minus(countFromReceiptUpTo));
        return recent && receivedAt.isBefore(now) ? receivedAt : now;
    }

    /// A clock that shows `startedAt` and has its whole target before it, counted from
    /// `countedFrom`.
    public ClockStarted start(
            ClockRule rule,
            Instant startedAt,
            Instant countedFrom,
            PriorityLevel level,
            CustomerTier tier,
            Calendars calendars) {
        BusinessCalendar calendar = calendars.named(rule.calendar());
        Duration target = rule.target(level, tier);
        return new ClockStarted(
                rule.clock(),
                rule.family(),
                startedAt,
                calendar.plusBusiness(countedFrom, rule.untilWarning(target)),
                calendar.plusBusiness(countedFrom, target),
                version,
                calendar.version());
    }
}
