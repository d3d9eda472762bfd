package amends.notification.delivery;

import org.apache.kafka.common.TopicPartition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Parcels that wait to be tried, those allowed earliest first.
final class Outbox {

    private final PriorityQueue<Parcel> waiting =
            new PriorityQueue<>(
                    Comparator.comparing(Parcel::notBefore).thenComparingLong(Parcel::offset));

    void add(Parcel parcel) {
        waiting.add(parcel);
    }

    int size() {
        return waiting.size();
    }

    List<Parcel> takeDue(Instant now, int limit) {
        List<Parcel> due = new ArrayList<>();
        while (due.size() < limit && !waiting.isEmpty() && isDue(waiting.peek(), now)) {
            due.add(waiting.remove());
        }
        return due;
    }

    void forget(Collection<TopicPartition> partitions) {
        waiting.removeIf(parcel -> partitions.contains(parcel.partition()));
    }

    private static boolean isDue(Parcel parcel, Instant now) {
        return !parcel.notBefore().isAfter(now);
    }
}
