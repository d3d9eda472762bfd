package amends.analytics.stream;

import amends.analytics.recurrence.Cluster;
import amends.analytics.recurrence.Grouping;
import amends.analytics.recurrence.RecurrenceRule;
import amends.analytics.recurrence.TrackedCluster;
import amends.analytics.recurrence.Vocabulary;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The clusters in the store; those of the products heard of last also in memory, ready to be
/// compared with.
final class KnownClusters {

    private static final char SEPARATOR = '\u0000';
    private static final float LOAD = 0.75f;
    private static final int PRODUCTS = 64;

    private final KeyValueStore<String, TrackedCluster> store;
    private final RecurrenceRule rule;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Grouping> byProduct = new LinkedHashMap<>(PRODUCTS, LOAD, true);

    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MIN;

    KnownClusters(KeyValueStore<String, TrackedCluster> store, RecurrenceRule rule) {
        this.store = store;
        this.rule = rule;
        try (KeyValueIterator<String, TrackedCluster> all = store.all()) {
            all.forEachRemaining(
                    entry -> {
                        Cluster cluster = entry.value.cluster();
                        vocabulary.add(cluster.words().keySet());
                        saw(cluster.firstDay());
                        saw(cluster.lastDay());
                    });
        }
    }

    void saw(LocalDate day) {
        firstDay = day.isBefore(firstDay) ? day : firstDay;
        lastDay = day.isAfter(lastDay) ? day : lastDay;
    }

    /// The first day of which any complaint of this part of the log told.
    LocalDate firstDay() {
        return firstDay;
    }

    /// The newest such day; trends are judged as of it, so that imported history is judged as of
    /// its own end.
    LocalDate lastDay() {
        return lastDay;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Grouping of(String product) {
        Grouping grouping = byProduct.get(product);
        if (grouping == null) {
            grouping = load(product);
            byProduct.put(product, grouping);
            letGoOfOthers(product);
        }
        return grouping;
    }

    static String key(Cluster cluster) {
        return cluster.product() + SEPARATOR + cluster.id();
    }

    @Nullable TrackedCluster get(String key) {
        return store.get(key);
    }

    void put(TrackedCluster tracked) {
        store.put(key(tracked.cluster()), tracked);
    }

    void remove(Cluster cluster) {
        store.delete(key(cluster));
    }

    private Grouping load(String product) {
        Grouping grouping = new Grouping(rule, vocabulary);
        try (KeyValueIterator<String, TrackedCluster> clusters =
                store.prefixScan(product + SEPARATOR, new StringSerializer())) {
            clusters.forEachRemaining(entry -> grouping.load(entry.value.cluster()));
        }
        return grouping;
    }

    private void letGoOfOthers(String product) {
        int inMemory = byProduct.values().stream().mapToInt(Grouping::size).sum();
        Iterator<Map.Entry<String, Grouping>> longestUnused = byProduct.entrySet().iterator();
        while (inMemory > rule.search().clustersInMemory() && longestUnused.hasNext()) {
            Map.Entry<String, Grouping> next = longestUnused.next();
            if (!next.getKey().equals(product)) {
                inMemory -= next.getValue().size();
                longestUnused.remove();
            }
        }
    }
}
