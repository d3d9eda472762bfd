package amends.analytics.compliance;

import amends.analytics.facts.ClockFact.State;
import amends.contracts.sla.ClockFamily;

/// The name under which clocks of one kind in one state are counted.
record ClockCounter(String clock, ClockFamily family, State state) {

    private static final char SEPARATOR = '/';

    static ClockCounter parse(String text) {
        int state = text.lastIndexOf(SEPARATOR);
        int family = text.lastIndexOf(SEPARATOR, state - 1);
        return new ClockCounter(
                text.substring(0, family),
                ClockFamily.valueOf(text.substring(family + 1, state)),
                State.valueOf(text.substring(state + 1)));
    }

    @Override
    public String toString() {
        return clock + SEPARATOR + family + SEPARATOR + state;
    }
}
