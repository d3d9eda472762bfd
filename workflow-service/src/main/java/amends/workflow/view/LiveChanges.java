package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Wire;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells everybody who watches the board what has changed, as soon as it can be read.
@Component
public class LiveChanges {

    private final Set<LiveSubscription> subscriptions = ConcurrentHashMap.newKeySet();

    /// A row as it is now; `position` is where on the log the change stands.
    public record Change(ComplaintId complaint, String position, String json) {
        static Change of(String position, BoardRow row) {
            return new Change(
                    row.id(), position, new String(Wire.write(row), StandardCharsets.UTF_8));
        }
    }

    /// Close it when the reader goes.
    public LiveSubscription subscribe() {
        LiveSubscription subscription = new LiveSubscription(subscriptions::remove);
        subscriptions.add(subscription);
        return subscription;
    }

    boolean isWatched() {
        return !subscriptions.isEmpty();
    }

    void publish(List<Change> changes) {
        subscriptions.forEach(subscription -> subscription.offer(changes));
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        subscriptions.forEach(LiveSubscription::cutOff);
    }
}
