package amends.workflow.view;

import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;

import java.time.Instant;

/// What the board is ordered and counted by.
record BoardEntry(
        BoardKey key,
        QueueName queue,
        boolean urgent,
        boolean owned,
        boolean warned,
        boolean breached) {

    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final QueueName UNROUTED = new QueueName("unrouted");

    static BoardEntry of(BoardRow row) {
        Priority priority = row.priority();
        Instant due = row.nextDue();
        QueueName queue = row.queue();
        return new BoardEntry(
                new BoardKey(
                        priority == null ? 0 : priority.score(),
                        due == null ? NEVER : due,
                        row.receivedAt(),
                        row.id()),
                queue == null ? UNROUTED : queue,
                priority != null && priority.level() == PriorityLevel.URGENT,
                row.owner() != null,
                row.hasClock(ClockRow.State.WARNED),
                row.hasClock(ClockRow.State.BREACHED));
    }
}
