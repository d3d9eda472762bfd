package amends.workflow.sla;

import amends.contracts.contact.CustomerTier;
import amends.contracts.policy.PolicyName;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One kind of clock.
///
/// @param warnAtPercent the part of the time after which a warning is due, 1 to 99
/// @param metBy any of these stops it
/// @param restartsOnReopening whether a reopened complaint gets a new one
/// @param targets the first that is for a complaint's level and tier applies; the last is for all
public record ClockRule(
        ClockName clock,
        ClockFamily family,
        PolicyName calendar,
        int warnAtPercent,
        Set<Milestone> metBy,
        boolean restartsOnReopening,
        List<Target> targets) {

    public ClockRule {
        metBy = Set.copyOf(metBy);
        targets = List.copyOf(targets);
        if (warnAtPercent < 1 || warnAtPercent > 99) {
            throw new IllegalArgumentException(
                    "clock " + clock + ": warnAtPercent goes from 1 to 99, not " + warnAtPercent);
        }
        if (targets.isEmpty() || !targets.getLast().isForAll()) {
            throw new IllegalArgumentException(
                    "clock " + clock + ": end its targets with one for all levels and tiers");
        }
    }

    Duration target(PriorityLevel level, CustomerTier tier) {
        return targets.stream()
                .filter(target -> target.isFor(level, tier))
                .findFirst()
                .orElseThrow()
                .within();
    }

    Duration untilWarning(Duration target) {
        return Duration.ofSeconds(Math.max(1, target.toSeconds() * warnAtPercent / 100));
    }
}
