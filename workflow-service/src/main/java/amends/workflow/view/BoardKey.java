package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.priority.Priority;

import java.time.Instant;

/// What decides a complaint's place on the board. Times are milliseconds since 1970.
///
/// @param due the earliest target of a clock that still ticks; without one the end of time
record BoardKey(int score, long due, long receivedAt, ComplaintId id) {

    private static final long NEVER = Long.MAX_VALUE;

    static BoardKey of(BoardRow row) {
        Priority priority = row.priority();
        Instant due = row.nextDue();
        return new BoardKey(
                priority == null ? 0 : priority.score(),
                due == null ? NEVER : due.toEpochMilli(),
                row.receivedAt().toEpochMilli(),
                row.id());
    }
}
