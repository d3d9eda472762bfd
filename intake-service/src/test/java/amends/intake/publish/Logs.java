package amends.intake.publish;

import org.apache.kafka.clients.producer.MockProducer;

import java.time.Duration;

/// The log over a producer that remembers.
public final class Logs {

    private Logs() {}

    public static Log over(MockProducer<String, byte[]> producer) {
        return new Log(producer, producer, Duration.ofSeconds(30));
    }
}
