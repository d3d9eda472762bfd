package amends.analytics.stream;

import amends.analytics.recurrence.ClusterCounts;
import amends.analytics.recurrence.DistinctCustomers;
import amends.analytics.recurrence.HeardConcern;
import amends.contracts.contact.IdentifiedBy;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The customers of each cluster, in the store: one small entry per day and one per way of
/// identification.
final class ClusterSketches {

    private static final char DAY = 'd';
    private static final char IDENTIFICATION = 'i';
    private static final char SEPARATOR = '/';

    private final KeyValueStore<String, byte[]> store;

    ClusterSketches(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /// Counts the concern's customer, and returns how many different ones its day has.
    int count(String cluster, HeardConcern concern) {
        add(cluster, IDENTIFICATION, concern.identifiedBy().name(), concern);
        return add(cluster, DAY, concern.day().toString(), concern);
    }

    ClusterCounts of(String cluster) {
        SortedMap<LocalDate, DistinctCustomers> byDay = new TreeMap<>();
        each(cluster, DAY).forEach(e -> byDay.put(LocalDate.parse(e.key), e.value));
        SortedMap<IdentifiedBy, DistinctCustomers> byIdentification = new TreeMap<>();
        each(cluster, IDENTIFICATION)
                .forEach(e -> byIdentification.put(IdentifiedBy.valueOf(e.key), e.value));
        return new ClusterCounts(byDay, byIdentification);
    }

    void move(String from, String to) {
        for (char kind : new char[] {DAY, IDENTIFICATION}) {
            for (KeyValue<String, DistinctCustomers> entry : each(from, kind)) {
                String key = key(to, kind, entry.key);
                store.put(key, known(key).plus(entry.value).bytes());
                store.delete(key(from, kind, entry.key));
            }
        }
    }

    void forget(String cluster) {
        for (char kind : new char[] {DAY, IDENTIFICATION}) {
            each(cluster, kind).forEach(entry -> store.delete(key(cluster, kind, entry.key)));
        }
    }

    private int add(String cluster, char kind, String name, HeardConcern concern) {
        String key = key(cluster, kind, name);
        DistinctCustomers customers = known(key).plus(concern.customer());
        store.put(key, customers.bytes());
        return customers.count();
    }

    private DistinctCustomers known(String key) {
        byte[] bytes = store.get(key);
        return bytes == null ? DistinctCustomers.none() : DistinctCustomers.read(bytes);
    }

    private List<KeyValue<String, DistinctCustomers>> each(String cluster, char kind) {
        String prefix = key(cluster, kind, "");
        List<KeyValue<String, DistinctCustomers>> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries =
                store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(
                    entry ->
                            found.add(
                                    KeyValue.pair(
                                            entry.key.substring(prefix.length()),
                                            DistinctCustomers.read(entry.value))));
        }
        return found;
    }

    private static String key(String cluster, char kind, String name) {
        return cluster + SEPARATOR + kind + SEPARATOR + name;
    }
}
