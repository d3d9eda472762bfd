package amends.workflow.stream;

import amends.contracts.routing.PoolName;
import amends.workflow.routing.LineStore;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// A pool's line for those who look at it from outside the topology.
record ReadOnlyLine(ReadOnlyKeyValueStore<String, byte[]> store, PoolName pool)
        implements LineStore {

    @Override
    public byte @Nullable [] get(String key) {
        return store.get(PoolLineStore.key(pool, key));
    }

    @Override
    public void put(String key, byte[] value) {
        throw new UnsupportedOperationException("Only the dispatcher writes; send it an event");
    }

    @Override
    public void delete(String key) {
        throw new UnsupportedOperationException("Only the dispatcher writes; send it an event");
    }

    @Override
    public @Nullable String first(String prefix) {
        throw new UnsupportedOperationException("Only the dispatcher walks the line");
    }
}
