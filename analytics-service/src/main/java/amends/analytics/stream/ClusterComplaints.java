package amends.analytics.stream;

import amends.analytics.recurrence.ComplaintsOfCluster;
import amends.analytics.recurrence.ComplaintsOfCluster.Told;
import amends.analytics.recurrence.HeardConcern;
import amends.contracts.complaint.ComplaintId;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which complaints told the concern of a cluster. The keys are in the order of the days, newest
/// first.
final class ClusterComplaints {

    private static final byte[] MARK = {1};
    private static final char SEPARATOR = '/';
    private static final long LATEST = 9_999_999;

    private final KeyValueStore<String, byte[]> store;

    ClusterComplaints(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void add(String cluster, HeardConcern concern) {
        store.put(prefix(cluster) + told(concern.day(), concern.complaint()), MARK);
    }

    /// The newest; one that told of it twice counts once, with its newer day.
    ComplaintsOfCluster of(String cluster) {
        List<Told> newest = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = all(cluster)) {
            while (all.hasNext() && newest.size() < ComplaintsOfCluster.MOST) {
                Told next = parse(all.next().key.substring(prefix(cluster).length()));
                if (newest.stream().noneMatch(each -> each.complaint().equals(next.complaint()))) {
                    newest.add(next);
                }
            }
        }
        return new ComplaintsOfCluster(cluster, newest);
    }

    void move(String from, String to) {
        for (String key : keys(from)) {
            store.put(prefix(to) + key.substring(prefix(from).length()), MARK);
            store.delete(key);
        }
    }

    void forget(String cluster) {
        keys(cluster).forEach(store::delete);
    }

    private List<String> keys(String cluster) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = all(cluster)) {
            all.forEachRemaining((KeyValue<String, byte[]> entry) -> keys.add(entry.key));
        }
        return keys;
    }

    private KeyValueIterator<String, byte[]> all(String cluster) {
        return store.prefixScan(prefix(cluster), new StringSerializer());
    }

    private static String prefix(String cluster) {
        return cluster + SEPARATOR;
    }

    private static String told(LocalDate day, ComplaintId complaint) {
        return String.format(Locale.ROOT, "%07d", LATEST - day.toEpochDay())
                + SEPARATOR
                + complaint.value();
    }

    private static Told parse(String text) {
        String[] parts = text.split(String.valueOf(SEPARATOR), 2);
        return new Told(
                new ComplaintId(parts[1]), LocalDate.ofEpochDay(LATEST - Long.parseLong(parts[0])));
    }
}
