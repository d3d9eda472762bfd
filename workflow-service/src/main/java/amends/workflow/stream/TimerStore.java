package amends.workflow.stream;

import amends.contracts.complaint.ComplaintId;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When each complaint has to be looked at again, in the order of time. Asking when nothing is due
/// costs nothing.
final class TimerStore {

    private static final byte[] PRESENT = new byte[0];

    private final KeyValueStore<byte[], byte[]> store;

    /// No entry is due before this.
    private long earliestMillis;

    TimerStore(KeyValueStore<byte[], byte[]> store) {
        this.store = store;
    }

    void move(ComplaintId complaint, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && !from.equals(to)) {
            delete(TimerKey.of(from, complaint));
        }
        if (to != null && !to.equals(from)) {
            put(TimerKey.of(to, complaint));
        }
    }

    void delete(TimerKey key) {
        store.delete(key.bytes());
    }

    void put(TimerKey key) {
        store.put(key.bytes(), PRESENT);
        earliestMillis = Math.min(earliestMillis, key.dueMillis());
    }

    /// An entry that is due has to wait, and with it those after it.
    void leave(TimerKey key) {
        earliestMillis = Math.min(earliestMillis, key.dueMillis());
    }

    /// The first entries that are due, oldest first.
    List<TimerKey> due(long nowMillis, int most) {
        if (nowMillis < earliestMillis) {
            return List.of();
        }
        List<TimerKey> due = new ArrayList<>();
        byte[] from = TimerKey.lowest(earliestMillis);
        byte[] to = TimerKey.lowest(nowMillis + 1);
        try (KeyValueIterator<byte[], byte[]> entries = store.range(from, to)) {
            while (entries.hasNext() && due.size() < most) {
                due.add(TimerKey.read(entries.next().key));
            }
        }
        earliestMillis = due.size() < most ? nowMillis + 1 : due.getLast().dueMillis();
        return due;
    }
}
