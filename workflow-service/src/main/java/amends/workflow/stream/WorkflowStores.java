package amends.workflow.stream;

import amends.contracts.stream.BoundedStores;
import amends.contracts.stream.StoreMemory;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;

/// The stores of all complaints. Most contacts open a new one: to miss must be cheap.
public final class WorkflowStores extends BoundedStores {

    private static final int BLOCK_BYTES = 16 * 1024;
    private static final double BLOOM_BITS_PER_KEY = 10;

    private static final StoreMemory MEMORY = new StoreMemory(96, 48, 8, 3);
    private static final BloomFilter BLOOM_FILTER = new BloomFilter(BLOOM_BITS_PER_KEY);

    public WorkflowStores() {
        super(MEMORY);
    }

    @Override
    protected void arrange(BlockBasedTableConfig table) {
        table.setPinTopLevelIndexAndFilter(true);
        table.setBlockSize(BLOCK_BYTES);
        table.setFilterPolicy(BLOOM_FILTER);
    }
}
