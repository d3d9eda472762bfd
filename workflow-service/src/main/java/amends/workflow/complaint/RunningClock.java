package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.sla.ClockName;

import java.time.Instant;

/// A clock that has been neither met nor cancelled. A breached one goes on until it is met late.
public record RunningClock(
        ClockName clock,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        boolean warned,
        boolean breached) {

    static RunningClock of(ClockStarted event) {
        return new RunningClock(
                event.clock(), event.startedAt(), event.warnAt(), event.dueAt(), false, false);
    }

    RunningClock afterWarning() {
        return new RunningClock(clock, startedAt, warnAt, dueAt, true, breached);
    }

    RunningClock afterBreach() {
        return new RunningClock(clock, startedAt, warnAt, dueAt, warned, true);
    }
}
