package amends.workflow.sla;

import amends.contracts.complaint.ComplaintEvent.ClockPaused;
import amends.contracts.complaint.ComplaintEvent.ClockRescheduled;
import amends.contracts.complaint.ComplaintEvent.ClockResumed;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ClockWarned;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStep;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A clock that has been neither met nor cancelled. A breached one goes on until it is met late.
///
/// @param left what it has left while it is paused
/// @param steps what else is due on its way, in order; absent: nothing
public record RunningClock(
        ClockName clock,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        boolean warned,
        boolean breached,
        @Nullable Duration left,
        @Nullable List<ClockStep> steps) {

    private static final int TARGET = 100;

    public static RunningClock of(ClockStarted event) {
        return new RunningClock(
                event.clock(),
                event.startedAt(),
                event.warnAt(),
                event.dueAt(),
                false,
                false,
                null,
                event.steps());
    }

    public boolean isPaused() {
        return left != null;
    }

    /// What is due next besides the first warning and the target; absent while it is paused.
    public @Nullable ClockStep nextStep() {
        return isPaused() || steps == null ? null : steps.getFirst();
    }

    public RunningClock after(ClockWarned event) {
        Integer percent = event.percent();
        return percent == null
                ? new RunningClock(clock, startedAt, warnAt, dueAt, true, breached, left, steps)
                : afterStep(percent);
    }

    /// Those that should have come before it are not made up for.
    public RunningClock afterStep(int percent) {
        List<ClockStep> later = later(percent);
        return new RunningClock(clock, startedAt, warnAt, dueAt, warned, breached, left, later);
    }

    private @Nullable List<ClockStep> later(int percent) {
        if (steps == null) {
            return null;
        }
        List<ClockStep> later = steps.stream().filter(step -> step.percent() > percent).toList();
        return later.isEmpty() ? null : later;
    }

    /// Warnings come too late now.
    public RunningClock afterBreach() {
        List<ClockStep> later = later(TARGET - 1);
        return new RunningClock(clock, startedAt, warnAt, dueAt, warned, true, left, later);
    }

    /// What the new schedule puts into the past counts as told, but for the target.
    public RunningClock after(ClockRescheduled event, Instant at) {
        List<ClockStep> all = event.steps() == null ? List.of() : event.steps();
        List<ClockStep> later =
                all.stream().filter(step -> event.left() != null || step.at().isAfter(at)).toList();
        return new RunningClock(
                clock,
                startedAt,
                event.warnAt(),
                event.dueAt(),
                !event.warnAt().isAfter(at),
                breached && !event.dueAt().isAfter(at),
                event.left(),
                later.isEmpty() ? null : later);
    }

    public RunningClock after(ClockPaused event) {
        return new RunningClock(
                clock, startedAt, warnAt, dueAt, warned, breached, event.left(), steps);
    }

    public RunningClock after(ClockResumed event) {
        return new RunningClock(
                clock,
                startedAt,
                event.warnAt(),
                event.dueAt(),
                warned,
                breached,
                null,
                event.steps());
    }
}
