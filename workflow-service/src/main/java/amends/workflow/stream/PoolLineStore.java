package amends.workflow.stream;

import amends.contracts.routing.PoolName;
import amends.workflow.routing.LineStore;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// One pool's part of the store of lines.
final class PoolLineStore implements LineStore {

    private static final StringSerializer KEYS = new StringSerializer();

    private final KeyValueStore<String, byte[]> store;
    private final String pool;

    PoolLineStore(KeyValueStore<String, byte[]> store, PoolName pool) {
        this.store = store;
        this.pool = key(pool, "");
    }

    static String key(PoolName pool, String key) {
        return pool.value() + "/" + key;
    }

    @Override
    public byte @Nullable [] get(String key) {
        return store.get(pool + key);
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(pool + key, value);
    }

    @Override
    public void delete(String key) {
        store.delete(pool + key);
    }

    @Override
    public @Nullable String first(String prefix) {
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(pool + prefix, KEYS)) {
            return entries.hasNext() ? entries.next().key.substring(pool.length()) : null;
        }
    }
}
