package amends.workflow.view;

import amends.contracts.routing.QueueName;

/// How a queue stands: complaints that are open, and how many of them are urgent, warned, breached
/// or without an owner.
public record QueueCounts(
        QueueName queue, long open, long urgent, long warned, long breached, long unassigned) {

    static QueueCounts of(BoardEntry entry) {
        return new QueueCounts(
                entry.queue(),
                1,
                count(entry.urgent()),
                count(entry.warned()),
                count(entry.breached()),
                count(!entry.owned()));
    }

    QueueCounts plus(QueueCounts other) {
        return new QueueCounts(
                queue,
                open + other.open,
                urgent + other.urgent,
                warned + other.warned,
                breached + other.breached,
                unassigned + other.unassigned);
    }

    private static long count(boolean yes) {
        return yes ? 1 : 0;
    }
}
