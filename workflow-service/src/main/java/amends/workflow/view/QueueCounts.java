package amends.workflow.view;

import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;

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

        private long open;
        private long urgent;
        private long unassigned;
        private long warned;
        private long breached;
        private long running;
        private long paused;
        private long met;

        void add(BoardItem item, long instant) {
            open++;
            if (item.priority() == PriorityLevel.URGENT) {
                urgent++;
            }
            if (item.owner() == null) {
                unassigned++;
            }
            switch (item.clocks().pressing(instant)) {
                case WARNED -> warned++;
                case BREACHED -> breached++;
                case RUNNING -> running++;
                case PAUSED -> paused++;
                case MET, CANCELLED -> met++;
            }
        }

        QueueCounts of(QueueName queue) {
            return new QueueCounts(
                    queue, open, urgent, warned, breached, unassigned, running, paused, met);
        }
    }
}
