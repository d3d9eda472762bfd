package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// A place on the board: highest priority score first, then what is due soonest, then what came
/// first.
record BoardKey(int score, Instant due, Instant receivedAt, ComplaintId id)
        implements Comparable<BoardKey> {

    private static final Comparator<BoardKey> ORDER =
            Comparator.comparing(BoardKey::score, Comparator.reverseOrder())
                    .thenComparing(BoardKey::due)
                    .thenComparing(BoardKey::receivedAt)
                    .thenComparing(key -> key.id().value());

    String cursor() {
        return Cursor.write(score, due, receivedAt, id);
    }

    static BoardKey at(String cursor) {
        List<String> keys = Cursor.read(cursor, 4);
        return new BoardKey(
                Integer.parseInt(keys.get(0)),
                Instant.parse(keys.get(1)),
                Instant.parse(keys.get(2)),
                new ComplaintId(keys.get(3)));
    }

    @Override
    public int compareTo(BoardKey other) {
        return ORDER.compare(this, other);
    }
}
