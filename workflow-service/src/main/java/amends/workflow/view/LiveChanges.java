package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Tells everybody who watches the board what has changed, as soon as it can be read; who was away
/// for a moment is told what he missed.
@Component
public class LiveChanges {

    private final Set<LiveSubscription> subscriptions = new HashSet<>();
    private final LiveLog log = new LiveLog(Long.toString(System.currentTimeMillis(), 36));
    private final Lock lock = new ReentrantLock();

    /// A row as it is now.
    public record Change(ComplaintId complaint, String json) {
        static Change of(BoardRow row) {
            return new Change(row.id(), new String(Wire.write(row), StandardCharsets.UTF_8));
        }
    }

    /// Close it when the reader goes.
    ///
    /// @param position how far the reader has come; absent: he begins now
    public LiveSubscription subscribe(@Nullable String position) {
        lock.lock();
        try {
            Optional<List<Change>> missed =
                    position == null ? Optional.of(List.of()) : log.since(position);
            boolean resumed = position != null && missed.isPresent();
            LiveSubscription subscription =
                    new LiveSubscription(
                            this::leave, resumed ? position : log.position(), missed.isPresent());
            subscription.offer(missed.orElse(List.of()), log.position());
            subscriptions.add(subscription);
            return subscription;
        } finally {
            lock.unlock();
        }
    }

    /// Where the changes have come to: all up to here can be read.
    public String position() {
        lock.lock();
        try {
            return log.position();
        } finally {
            lock.unlock();
        }
    }

    boolean isWatched() {
        lock.lock();
        try {
            return !subscriptions.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void publish(List<Change> changes) {
        lock.lock();
        try {
            changes.forEach(log::add);
            Set.copyOf(subscriptions)
                    .forEach(subscription -> subscription.offer(changes, log.position()));
        } finally {
            lock.unlock();
        }
    }

    private void leave(LiveSubscription subscription) {
        lock.lock();
        try {
            subscriptions.remove(subscription);
        } finally {
            lock.unlock();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        lock.lock();
        try {
            Set.copyOf(subscriptions).forEach(LiveSubscription::cutOff);
        } finally {
            lock.unlock();
        }
    }
}
