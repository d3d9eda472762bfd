package amends.notification.delivery;

import amends.contracts.notification.NotificationKind;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts outcomes and measures how long customers wait for a message that was asked for.
final class SenderMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger waiting;
    private final Timer latency;

    SenderMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.waiting = registry.gauge("amends.sender.waiting", new AtomicInteger());
        this.latency =
                Timer.builder("amends.notifications.latency")
                        .description("From the request to its acceptance by the receiving side")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
    }

    void settled(NotificationKind kind, String outcome) {
        registry.counter(
                        "amends.notifications",
                        "kind",
                        kind.name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome)
                .increment();
    }

    void accepted(Instant requestedAt, Instant now) {
        Duration wait = Duration.between(requestedAt, now);
        latency.record(wait.isNegative() ? Duration.ZERO : wait);
    }

    void waiting(int parcels) {
        waiting.set(parcels);
    }
}
