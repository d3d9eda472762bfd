package amends.contracts.stream;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

import java.util.Map;

/// Keeps all stores of a process within one piece of memory, however many partitions it has.
///
/// A service names its subclass to Kafka Streams, which creates an instance per store: the memory
/// that it hands in has to be a constant.
public abstract class BoundedStores implements RocksDBConfigSetter {

    private final StoreMemory memory;

    protected BoundedStores(StoreMemory memory) {
        this.memory = memory;
    }

    @Override
    public final void setConfig(String store, Options options, Map<String, Object> settings) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        arrange(table);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(memory.bufferBytes());
        options.setMaxWriteBufferNumber(memory.buffers());
    }

    /// What a service wants of its tables beyond their place in memory: nothing, unless it says so.
    protected void arrange(BlockBasedTableConfig table) {}

    @Override
    public final void close(String store, Options options) {
        // what is shared lives as long as the process
    }
}
