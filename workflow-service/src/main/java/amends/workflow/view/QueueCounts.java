package amends.workflow.view;

import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;
import amends.workflow.view.ClockRow.State;

import java.time.Instant;

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

    static QueueCounts of(BoardItem item, Instant now) {
        State state = item.clocks().pressing(now);
        return new QueueCounts(
                item.queue(),
                1,
                count(item.priority() == PriorityLevel.URGENT),
                count(state == State.WARNED),
                count(state == State.BREACHED),
                count(item.owner() == null),
                count(state == State.RUNNING),
                count(state == State.PAUSED),
                count(state == State.MET));
    }

    QueueCounts plus(QueueCounts other) {
        return new QueueCounts(
                queue,
                open + other.open,
                urgent + other.urgent,
                warned + other.warned,
                breached + other.breached,
                unassigned + other.unassigned,
                running + other.running,
                paused + other.paused,
                met + other.met);
    }

    private static long count(boolean yes) {
        return yes ? 1 : 0;
    }
}
