package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.priority.Priority;
import amends.workflow.routing.RoutingPolicy;

import java.time.Instant;
import java.util.Comparator;

/// What decides a complaint's place on the board. Times are milliseconds since 1970.
///
/// @param due the earliest target of a clock that still ticks; without one the end of time
record BoardKey(int score, long due, long receivedAt, ComplaintId id) {

    private static final long NEVER = Long.MAX_VALUE;
    private static final Comparator<BoardKey> HIGHER =
            Comparator.comparingInt(BoardKey::score).reversed();
    private static final Comparator<BoardKey> SOONER = Comparator.comparingLong(BoardKey::due);
    private static final Comparator<BoardKey> EARLIER =
            Comparator.comparingLong(BoardKey::receivedAt);
    private static final Comparator<BoardKey> ALONE = Comparator.comparing(key -> key.id().value());

    static final Comparator<BoardKey> BY_PRIORITY =
            HIGHER.thenComparing(SOONER).thenComparing(EARLIER).thenComparing(ALONE);
    static final Comparator<BoardKey> BY_DUE =
            SOONER.thenComparing(HIGHER).thenComparing(EARLIER).thenComparing(ALONE);
    static final Comparator<BoardKey> BY_NEWNESS = EARLIER.reversed().thenComparing(ALONE);

    /// As a line gives complaints out, where waiting raises everybody.
    static Comparator<BoardKey> inLine(RoutingPolicy routing) {
        return Comparator.<BoardKey>comparingLong(
                        key -> routing.place(key.score(), Instant.ofEpochMilli(key.receivedAt())))
                .thenComparing(SOONER)
                .thenComparing(EARLIER)
                .thenComparing(ALONE);
    }

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
