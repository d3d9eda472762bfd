package amends.workflow.view;

import amends.workflow.view.LiveChanges.Change;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One reader's share of the live changes: a bounded queue, so that a reader too slow for it costs
/// nobody else anything.
public final class LiveSubscription implements AutoCloseable {

    private static final int LONGEST_QUEUE = 1000;

    private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Consumer<LiveSubscription> onClose;
    private volatile boolean cutOff;

    LiveSubscription(Consumer<LiveSubscription> onClose) {
        this.onClose = onClose;
    }

    void offer(Change change) {
        if (!waiting.offer(change)) {
            cutOff();
        }
    }

    void cutOff() {
        cutOff = true;
        close();
    }

    /// Has it missed something? Then the reader has to load the board again.
    public boolean isCutOff() {
        return cutOff;
    }

    /// Waits for the next change. `null`: none came in time, or it is cut off.
    public @Nullable Change next(Duration patience) throws InterruptedException {
        return cutOff ? null : waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
