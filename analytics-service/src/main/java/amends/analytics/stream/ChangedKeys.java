package amends.analytics.stream;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The keys that changed since they were last published, in a store of their own so that a crash
/// forgets none; many changes of one key between two publications become one.
final class ChangedKeys {

    private static final byte[] MARK = {1};

    private final KeyValueStore<String, byte[]> store;
    private final Set<String> keys = new LinkedHashSet<>();

    ChangedKeys(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<String, byte[]> known = store.all()) {
            known.forEachRemaining(entry -> keys.add(entry.key));
        }
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    void add(String key) {
        if (keys.add(key)) {
            store.put(key, MARK);
        }
    }

    /// Hands over at most `limit` keys, those that changed first, and forgets them.
    void drain(int limit, Consumer<String> publish) {
        List<String> next = new ArrayList<>(keys.stream().limit(limit).toList());
        for (String key : next) {
            publish.accept(key);
            keys.remove(key);
            store.delete(key);
        }
    }
}
