package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How the board may be ordered. No two complaints share a place, so a page can begin where the one
/// before ended.
public enum BoardOrder {
    /// Highest priority score first, then what is due soonest, then what has waited longest.
    PRIORITY(
            Comparator.comparingInt(BoardKey::score)
                    .reversed()
                    .thenComparingLong(BoardKey::due)
                    .thenComparingLong(BoardKey::receivedAt)),
    /// What is due soonest first, then the higher score, then what has waited longest.
    DUE(
            Comparator.comparingLong(BoardKey::due)
                    .thenComparing(Comparator.comparingInt(BoardKey::score).reversed())
                    .thenComparingLong(BoardKey::receivedAt)),
    /// What came last first.
    NEWEST(Comparator.comparingLong(BoardKey::receivedAt).reversed());

    private final Comparator<BoardKey> places;

    BoardOrder(Comparator<BoardKey> places) {
        this.places = places.thenComparing(key -> key.id().value());
    }

    /// @throws IllegalArgumentException naming the orders there are
    public static BoardOrder parse(String word) {
        for (BoardOrder order : values()) {
            if (order.toString().equals(word)) {
                return order;
            }
        }
        throw new IllegalArgumentException(
                "There is no order %s; use one of %s".formatted(word, List.of(values())));
    }

    Comparator<BoardKey> places() {
        return places;
    }

    boolean samePlace(BoardKey one, BoardKey other) {
        return places.compare(one, other) == 0;
    }

    String cursor(BoardKey key) {
        return Cursor.write(this, key.score(), key.due(), key.receivedAt(), key.id());
    }

    /// @throws IllegalArgumentException when it is not a cursor of this order
    BoardKey after(String cursor) {
        List<String> keys = Cursor.read(cursor, 5);
        if (!keys.getFirst().equals(toString())) {
            throw new IllegalArgumentException(
                    "This cursor belongs to another order; begin with the first page");
        }
        return new BoardKey(
                Integer.parseInt(keys.get(1)),
                Long.parseLong(keys.get(2)),
                Long.parseLong(keys.get(3)),
                new ComplaintId(keys.get(4)));
    }

    /// The word in requests: `due`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
