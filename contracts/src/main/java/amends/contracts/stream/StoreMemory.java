package amends.contracts.stream;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/// A piece of memory outside the heap that all stores of a process share. It lives as long as the
/// process and is therefore never closed.
public final class StoreMemory {

    private static final long MEGABYTE = 1024L * 1024;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;
    private final long bufferBytes;
    private final int buffers;

    /// @param all megabytes for all stores together
    /// @param writing how many of them may hold what is not on disk yet
    /// @param buffer megabytes of one write buffer
    /// @param buffers how many write buffers a store may have
    public StoreMemory(int all, int writing, int buffer, int buffers) {
        RocksDB.loadLibrary();
        this.cache = new LRUCache(all * MEGABYTE);
        this.writeBuffers = new WriteBufferManager(writing * MEGABYTE, cache);
        this.bufferBytes = buffer * MEGABYTE;
        this.buffers = buffers;
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    long bufferBytes() {
        return bufferBytes;
    }

    int buffers() {
        return buffers;
    }
}
