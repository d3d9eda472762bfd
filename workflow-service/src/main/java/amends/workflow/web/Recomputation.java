package amends.workflow.web;

import amends.contracts.complaint.ComplaintCommand.RescheduleClock;
import amends.contracts.complaint.RecordedEvent;
import amends.workflow.complaint.Complaint;
import amends.workflow.policy.Policies;
import amends.workflow.sla.LedgerFold;
import amends.workflow.sla.RunningClock;
import amends.workflow.view.CaseFile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Finds the clocks of a case that would stand otherwise if the policies in force had been so from
/// its beginning.
final class Recomputation {

    private Recomputation() {}

    static List<RescheduleClock> of(CaseFile file, Policies policies, Instant now) {
        Complaint state = file.fold(Complaint.unborn(file.row().id()), Complaint::evolve);
        List<RecordedEvent> events = file.events();
        List<RescheduleClock> wishes = new ArrayList<>();
        for (RunningClock clock : state.clocks()) {
            policies.sla()
                    .rule(clock.clock())
                    .flatMap(
                            rule ->
                                    LedgerFold.standing(
                                            rule,
                                            policies.sla(),
                                            policies.calendars(),
                                            events,
                                            now))
                    .filter(standing -> isOther(clock, standing))
                    .map(standing -> wish(standing, policies))
                    .ifPresent(wishes::add);
        }
        return wishes;
    }

    private static boolean isOther(RunningClock clock, RunningClock standing) {
        return clock.isPaused()
                ? !Objects.equals(clock.left(), standing.left())
                : !clock.dueAt().equals(standing.dueAt());
    }

    private static RescheduleClock wish(RunningClock standing, Policies policies) {
        return new RescheduleClock(
                standing.clock(),
                standing.warnAt(),
                standing.dueAt(),
                standing.left(),
                policies.sla().version(),
                policies.calendars()
                        .named(policies.sla().rule(standing.clock()).orElseThrow().calendar())
                        .version(),
                standing.steps());
    }
}
