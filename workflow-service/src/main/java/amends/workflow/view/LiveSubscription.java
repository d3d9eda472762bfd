package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.workflow.view.LiveChanges.Change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// One reader's share of the live changes. Of a complaint that changes again before it was read,
/// only the last change waits; the number of waiting complaints is bounded, so that a reader too
/// slow for it costs nobody else anything.
public final class LiveSubscription implements AutoCloseable {

    static final int MOST_WAITING = 5000;

    private final Map<ComplaintId, Change> waiting = new LinkedHashMap<>();
    private final Lock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Consumer<LiveSubscription> onClose;
    private final boolean complete;
    private String offered;
    private String told;
    private boolean cutOff;

    /// @param complete whether the reader gets everything after the position
    LiveSubscription(Consumer<LiveSubscription> onClose, String position, boolean complete) {
        this.onClose = onClose;
        this.offered = position;
        this.told = position;
        this.complete = complete;
    }

    /// @param position of the last of them
    void offer(List<Change> changes, String position) {
        lock.lock();
        try {
            offered = position;
            changes.forEach(change -> waiting.put(change.complaint(), change));
            if (waiting.size() > MOST_WAITING) {
                cutOff();
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    void cutOff() {
        lock.lock();
        try {
            cutOff = true;
            waiting.clear();
            arrived.signal();
        } finally {
            lock.unlock();
        }
        close();
    }

    /// Has it missed something? Then the reader has to load the board again.
    public boolean isCutOff() {
        lock.lock();
        try {
            return cutOff;
        } finally {
            lock.unlock();
        }
    }

    /// Has it been told everything since the position it asked for? If not, the reader has to load
    /// the board once more.
    public boolean isComplete() {
        return complete;
    }

    /// Up to where everything was taken.
    public String position() {
        lock.lock();
        try {
            return told;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for changes and takes all that are there, those that waited longest first. Empty: none
    /// came in time, or it is cut off.
    public List<Change> next(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && !cutOff && left > 0) {
                left = arrived.awaitNanos(left);
            }
            List<Change> changes = new ArrayList<>(waiting.values());
            waiting.clear();
            told = offered;
            return changes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
