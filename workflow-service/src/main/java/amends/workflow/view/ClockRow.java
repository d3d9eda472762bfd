package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent.ClockRescheduled;
import amends.contracts.complaint.ComplaintEvent.ClockResumed;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.sla.ClockName;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One clock of a complaint as people see it.
///
/// @param metAt when it was met; later than `dueAt` means late
/// @param escalation the level of escalation that it has reached, in percent of its time; absent:
///   none
public record ClockRow(
        ClockName clock,
        State state,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Integer escalation) {

    /// What a clock can be doing.
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("warned")
        WARNED,
        @JsonProperty("breached")
        BREACHED,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("met")
        MET,
        @JsonProperty("cancelled")
        CANCELLED;

        boolean isTicking() {
            return switch (this) {
                case RUNNING, WARNED, BREACHED -> true;
                case PAUSED, MET, CANCELLED -> false;
            };
        }
    }

    static ClockRow started(ClockStarted event) {
        return new ClockRow(
                event.clock(),
                State.RUNNING,
                event.startedAt(),
                event.warnAt(),
                event.dueAt(),
                null,
                null);
    }

    ClockRow in(State next) {
        return new ClockRow(clock, next, startedAt, warnAt, dueAt, metAt, escalation);
    }

    ClockRow resumed(ClockResumed event, Instant at) {
        State state = event.dueAt().isBefore(at) ? State.BREACHED : State.RUNNING;
        return new ClockRow(
                clock, state, startedAt, event.warnAt(), event.dueAt(), metAt, escalation);
    }

    ClockRow rescheduled(ClockRescheduled event, Instant at) {
        State running = event.dueAt().isAfter(at) ? State.RUNNING : state;
        State next = event.left() == null ? running : State.PAUSED;
        return new ClockRow(
                clock, next, startedAt, event.warnAt(), event.dueAt(), metAt, escalation);
    }

    /// A target is passed when it is past, whenever that was put on record.
    ClockRow asOf(Instant instant) {
        if (!state.isTicking()) {
            return this;
        }
        if (dueAt.isBefore(instant)) {
            return in(State.BREACHED);
        }
        return state == State.RUNNING && !warnAt.isAfter(instant) ? in(State.WARNED) : this;
    }

    ClockRow escalated(int percent) {
        return new ClockRow(clock, state, startedAt, warnAt, dueAt, metAt, percent);
    }

    ClockRow met(Instant at) {
        return new ClockRow(clock, State.MET, startedAt, warnAt, dueAt, at, escalation);
    }
}
