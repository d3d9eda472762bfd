package amends.analytics.behind;

import java.util.Comparator;
import java.util.Optional;

/// A complaint's place in a list, newest first; as text it is the cursor of the next page.
///
/// @param receivedAt in milliseconds
record Key(long receivedAt, String id) implements Comparable<Key> {

    private static final Comparator<Key> NEWEST_FIRST =
            Comparator.comparingLong(Key::receivedAt).reversed().thenComparing(Key::id);
    private static final char SEPARATOR = '~';

    static Optional<Key> parse(String text) {
        int end = text.indexOf(SEPARATOR);
        try {
            return end < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Key(
                                    Long.parseLong(text.substring(0, end)),
                                    text.substring(end + 1)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Key other) {
        return NEWEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return receivedAt + String.valueOf(SEPARATOR) + id;
    }
}
