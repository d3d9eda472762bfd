package amends.notification.stream;

import amends.contracts.complaint.ComplaintId;
import amends.notification.rule.FollowUp;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Follow-ups in the order of their days.
final class Schedule {

    private final KeyValueStore<Due, Integer> store;
    private long length;

    Schedule(KeyValueStore<Due, Integer> store) {
        this.store = store;
        try (KeyValueIterator<Due, Integer> all = store.all()) {
            all.forEachRemaining(_ -> length++);
        }
    }

    long length() {
        return length;
    }

    void change(ComplaintId complaint, @Nullable FollowUp before, @Nullable FollowUp after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            remove(Due.of(before.due(), complaint));
        }
        if (after != null && store.putIfAbsent(Due.of(after.due(), complaint), 1) == null) {
            length++;
        }
    }

    void remove(Due due) {
        if (store.delete(due) != null) {
            length--;
        }
    }

    /// Returns at most `limit` entries due before or at `now`, earliest first.
    List<Due> due(Instant now, int limit) {
        List<Due> found = new ArrayList<>();
        try (KeyValueIterator<Due, Integer> entries =
                store.range(Due.start(Instant.EPOCH), Due.start(now.plusMillis(1)))) {
            while (entries.hasNext() && found.size() < limit) {
                KeyValue<Due, Integer> entry = entries.next();
                found.add(entry.key);
            }
        }
        return found;
    }
}
