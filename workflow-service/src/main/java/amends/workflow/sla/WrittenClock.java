package amends.workflow.sla;

import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.policy.PolicyName;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A clock as a policy writes it, in long or in short: without `startsOn` it starts with the
/// complaint, without `cancelledOn` it ends with its solution or closing.
///
/// @param warnAtPercent short for a `warnAt` of one
/// @param metBy short words that are added to `metOn`
/// @param restartsOnReopening short for `ComplaintReopened` in `startsOn`
record WrittenClock(
        ClockName clock,
        ClockFamily family,
        PolicyName calendar,
        List<Trigger> startsOn,
        List<Trigger> pausesOn,
        List<Trigger> resumesOn,
        List<Trigger> metOn,
        List<Trigger> cancelledOn,
        Set<ClockName> notWhile,
        Set<Milestone> metBy,
        Optional<Boolean> restartsOnReopening,
        Optional<Integer> warnAtPercent,
        List<Integer> warnAt,
        List<Escalation> escalations,
        List<Target> targets) {

    ClockRule rule() {
        Course course =
                new Course(
                        clock, family, calendar, starts(), pausesOn, resumesOn, meets(), cancels(),
                        notWhile);
        List<Integer> warnings = new ArrayList<>(warnAt);
        warnAtPercent.ifPresent(warnings::add);
        return new ClockRule(course, warnings, escalations, targets);
    }

    private List<Trigger> starts() {
        List<Trigger> starts = new ArrayList<>(startsOn);
        if (starts.isEmpty()) {
            starts.add(Trigger.on(ComplaintReceived.class));
        }
        if (restartsOnReopening.orElse(false)) {
            starts.add(Trigger.on(ComplaintReopened.class));
        }
        return starts;
    }

    private List<Trigger> meets() {
        List<Trigger> meets = new ArrayList<>(metOn);
        metBy.forEach(milestone -> meets.addAll(milestone.triggers()));
        return meets;
    }

    private List<Trigger> cancels() {
        return cancelledOn.isEmpty()
                ? List.of(Trigger.on(ComplaintResolved.class), Trigger.on(ComplaintClosed.class))
                : cancelledOn;
    }
}
