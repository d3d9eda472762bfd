package amends.notification.stream;

import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationEvent.NotificationSuppressed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many follow-ups wait for their day, and how many messages the rules asked for or could not
/// ask for.
final class StreamMetrics {

    private final MeterRegistry registry;
    private final Map<Integer, Long> scheduled = new ConcurrentHashMap<>();

    StreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("amends.followups.scheduled", this, StreamMetrics::total)
                .description("Follow-ups that wait for their day")
                .register(registry);
    }

    void scheduled(int partition, long length) {
        scheduled.put(partition, length);
    }

    void forget(int partition) {
        scheduled.remove(partition);
    }

    void told(NotificationEvent event) {
        if (event instanceof EmailRequested e) {
            count(e.kind().name(), "requested");
        }
        if (event instanceof NotificationSuppressed e) {
            count(e.kind().name(), "suppressed");
        }
    }

    private double total() {
        return scheduled.values().stream().mapToLong(Long::longValue).sum();
    }

    private void count(String kind, String outcome) {
        registry.counter(
                        "amends.notifications",
                        "kind",
                        kind.toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome)
                .increment();
    }
}
