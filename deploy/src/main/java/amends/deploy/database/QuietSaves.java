package amends.deploy.database;

import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Writes the file again and again, and never while a request is under way.
///
/// The store's own background writer works beside requests. When one of them replaces a page that
/// is just being written, it waits for ever for the chunk that it is itself about to write (H2
/// 2.4.240, `FileStore.acceptChunkOccupancyChanges`), and every request waits with it.
final class QuietSaves implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuietSaves.class);

    /// What was not written yet takes no more of the heap than this, in bytes.
    private static final int UNSAVED = 16 << 20;

    private final MVStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("save").factory());

    /// @param store one that does not write by itself
    QuietSaves(MVStore store, Duration every) {
        this.store = store;
        timer.scheduleWithFixedDelay(
                this::saveOrSay, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    <T> T during(Supplier<T> request) {
        if (store.getUnsavedMemory() > UNSAVED) {
            save();
        }
        lock.readLock().lock();
        try {
            return request.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void save() {
        lock.writeLock().lock();
        try {
            store.commit();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// A timer that throws would never come again.
    private void saveOrSay() {
        try {
            save();
        } catch (RuntimeException e) {
            LOG.error("The views could not be written; is there room on the disk?", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        save();
    }
}
