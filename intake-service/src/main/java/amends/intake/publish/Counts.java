package amends.intake.publish;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.SourceName;
import amends.contracts.ledger.Fate;
import amends.intake.ledger.Conservation;

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
        /// No complaint.
        SET_ASIDE("set-aside"),
        FAILED("failed");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    private record Labels(ChannelName channel, Outcome outcome) {}

    private final MeterRegistry meters;
    private final IntakeMinutes minutes;
    private final Conservation books;
    private final Map<Labels, Counter> counters = new ConcurrentHashMap<>();

    Counts(MeterRegistry meters, IntakeMinutes minutes, Conservation books) {
        this.meters = meters;
        this.minutes = minutes;
        this.books = books;
    }

    public void received(ChannelName channel, SourceName source, Instant at) {
        minutes.received(channel, at);
        books.received(source, at);
    }

    /// @param arrivedAt as it was received with
    public void decided(
            ChannelName channel, SourceName source, Instant arrivedAt, Outcome outcome) {
        minutes.decided(channel, arrivedAt, outcome);
        switch (outcome) {
            case ACCEPTED -> {} // workflow says what it is
            case QUARANTINED -> books.decided(source, arrivedAt, Fate.QUARANTINED);
            case REJECTED -> books.decided(source, arrivedAt, Fate.REJECTED);
            case SET_ASIDE -> books.decided(source, arrivedAt, Fate.SET_ASIDE);
            case FAILED -> books.decided(source, arrivedAt, Fate.FAILED);
        }
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
