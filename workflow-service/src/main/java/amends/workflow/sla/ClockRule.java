package amends.workflow.sla;

import amends.contracts.contact.CustomerTier;
import amends.contracts.policy.PolicyName;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One kind of clock: its course and what it promises.
///
/// @param warnAt parts of the time in percent, 1 to 99, after which warnings are due, in order
/// @param targets the first that is for a complaint's level and tier applies; the last is for all
public record ClockRule(
        Course course, List<Integer> warnAt, List<Escalation> escalations, List<Target> targets) {

    private static final Span NEVER = new Span.CalendarDays(1_000_000);

    public ClockRule {
        warnAt = warnAt.stream().sorted().distinct().toList();
        escalations = List.copyOf(escalations);
        targets = List.copyOf(targets);
        ClockName clock = course.clock();
        Course.refuseIf(
                warnAt.isEmpty() || warnAt.getFirst() < 1 || warnAt.getLast() > 99,
                clock,
                "warnAt goes from 1 to 99; warnAtPercent too");
        Course.refuseIf(
                Stream.concat(warnAt.stream(), escalations.stream().map(Escalation::atPercent))
                                .distinct()
                                .count()
                        < warnAt.size() + escalations.size(),
                clock,
                "no two of its warnings and escalations come at the same percentage");
        Course.refuseIf(
                targets.isEmpty() || !targets.getLast().isForAll(),
                clock,
                "end its targets with one for all levels and tiers");
        Course.refuseIf(
                targets.size() > 1 && targets.stream().anyMatch(Target::isPromised),
                clock,
                "what was promised is its only target");
        Course.refuseIf(
                targets.getFirst().isPromised() && !course.pausesOn().isEmpty(),
                clock,
                "a promise does not pause; leave pausesOn out");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ClockRule of(WrittenClock written) {
        return written.rule();
    }

    /// A measure as a clock that is never due.
    static ClockRule measuring(Course course) {
        return new ClockRule(
                course, List.of(99), List.of(), List.of(new Target(Set.of(), Set.of(), NEVER)));
    }

    boolean isMeasure() {
        return targets.getFirst().within().equals(NEVER);
    }

    /// Which hours the account of this clock counts: those of its target, a measure open ones.
    Counting counting() {
        return isMeasure() ? Counting.OPEN_HOURS : targets.getLast().within().counting();
    }

    public ClockName clock() {
        return course.clock();
    }

    public PolicyName calendar() {
        return course.calendar();
    }

    /// Whether somebody outside set it.
    public boolean isRegulatory() {
        return course.family() == ClockFamily.REGULATORY;
    }

    /// Whether it runs to the time that the customer was promised.
    public boolean isPromised() {
        return targets.getFirst().isPromised();
    }

    Span target(PriorityLevel level, CustomerTier tier) {
        for (Target target : targets) {
            if (target.isFor(level, tier)) {
                return target.within();
            }
        }
        return targets.getLast().within();
    }
}
