package amends.intake.publish;

import amends.intake.content.Filing;
import amends.intake.ledger.Conservation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.clients.producer.MockProducer;

import java.time.Duration;

/// The log over a producer that remembers.
public final class Logs {

    private Logs() {}

    public static Log over(MockProducer<String, byte[]> producer) {
        return new Log(producer, producer, Duration.ofSeconds(30));
    }

    /// @param books in which everything is counted
    public static Reception reception(Log log, Conservation books, Filing filing) {
        return new Reception(
                log,
                new Counts(new SimpleMeterRegistry(), new IntakeMinutes(), books),
                books,
                filing);
    }
}
