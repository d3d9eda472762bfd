package amends.notification.delivery;

import java.util.TreeSet;

/// How far a partition is done, when its records are finished in another order than they came.
final class Progress {

    private final TreeSet<Long> open = new TreeSet<>();
    private long next;
    private long committed;

    Progress(long next) {
        this.next = next;
        this.committed = next;
    }

    /// Returns whether the record is new; one that comes a second time is in hand already.
    boolean take(long offset) {
        if (offset < next) {
            return false;
        }
        next = offset + 1;
        return open.add(offset);
    }

    void done(long offset) {
        open.remove(offset);
    }

    /// The offset up to which everything is finished.
    long finished() {
        return open.isEmpty() ? next : open.first();
    }

    boolean hasNews() {
        return finished() > committed;
    }

    void committed(long offset) {
        committed = offset;
    }
}
