package amends.workflow.view;

import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;
import amends.workflow.view.ClockRow.State;

/// How a queue stands: complaints that are open, how many of them are urgent or without an owner,
/// and how many stand in each state, which is that of the clock that presses most.
public record QueueCounts(
        QueueName queue,
        long open,
        long urgent,
        long warned,
        long breached,
        long unassigned,
        long running,
        long paused,
        long met) {

    /// Counts one queue up.
    static final class Tally {

        private final long[] states = new long[State.values().length];
        private long open;
        private long urgent;
        private long unassigned;

        void add(BoardItem item, long instant) {
            open++;
            states[item.clocks().pressing(instant).ordinal()]++;
            if (item.priority() == PriorityLevel.URGENT) {
                urgent++;
            }
            if (item.owner() == null) {
                unassigned++;
            }
        }

        QueueCounts of(QueueName queue) {
            return new QueueCounts(
                    queue,
                    open,
                    urgent,
                    count(State.WARNED),
                    count(State.BREACHED),
                    unassigned,
                    count(State.RUNNING),
                    count(State.PAUSED),
                    count(State.MET));
        }

        private long count(State state) {
            return states[state.ordinal()];
        }
    }
}
