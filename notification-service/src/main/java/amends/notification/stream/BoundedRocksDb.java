package amends.notification.stream;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

import java.util.Map;

/// One bounded piece of native memory for all stores of the process, however many partitions it
/// has.
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long MEMORY_BYTES = 16L * 1024 * 1024;
    private static final long WRITE_BYTES = 8L * 1024 * 1024;
    private static final long BUFFER_BYTES = 1024L * 1024;

    /// Created with the first store and shared by all, therefore never closed.
    private static final class Shared {
        static final Cache CACHE;
        static final WriteBufferManager WRITES;

        static {
            RocksDB.loadLibrary();
            CACHE = new LRUCache(MEMORY_BYTES);
            WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
        }
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITES);
        options.setWriteBufferSize(BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String store, Options options) {}
}
