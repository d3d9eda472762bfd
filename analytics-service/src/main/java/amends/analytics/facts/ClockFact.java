package amends.analytics.facts;

import amends.contracts.sla.ClockFamily;

/// How one clock of a complaint stands.
public record ClockFact(ClockFamily family, State state) {

    /// The states; a clock that was met after its breach stays told apart from one that is still
    /// running over time.
    public enum State {
        RUNNING,
        MET,
        OVERDUE,
        MET_LATE,
        CANCELLED
    }

    ClockFact met() {
        return new ClockFact(
                family,
                state == State.OVERDUE || state == State.MET_LATE ? State.MET_LATE : State.MET);
    }

    ClockFact now(State state) {
        return new ClockFact(family, state);
    }
}
