package amends.intake.publish;

import amends.contracts.contact.ChannelName;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts inputs by channel and outcome: `amends_intake_contacts_total`.
public final class Counts {

    /// What is counted. `FAILED` could not be made durable: its sender was asked to come again.
    public enum Outcome {
        ACCEPTED("accepted"),
        QUARANTINED("quarantined"),
        REJECTED("rejected"),
        FAILED("failed");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    private record Labels(ChannelName channel, Outcome outcome) {}

    private final MeterRegistry meters;
    private final IntakeMinutes minutes;
    private final Map<Labels, Counter> counters = new ConcurrentHashMap<>();

    Counts(MeterRegistry meters, IntakeMinutes minutes) {
        this.meters = meters;
        this.minutes = minutes;
    }

    public void received(ChannelName channel, Instant at) {
        minutes.received(channel, at);
    }

    /// @param arrivedAt as it was received with
    public void decided(ChannelName channel, Instant arrivedAt, Outcome outcome) {
        minutes.decided(channel, arrivedAt, outcome);
        counters.computeIfAbsent(new Labels(channel, outcome), this::counter).increment();
    }

    private Counter counter(Labels labels) {
        return Counter.builder("amends.intake.contacts")
                .description("Inputs by channel and what became of them")
                .tag("channel", labels.channel().value())
                .tag("outcome", labels.outcome().label)
                .register(meters);
    }
}
