package amends.notification.delivery;

import amends.contracts.notification.RecordedNotification;
import amends.contracts.wire.Topics;

import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Outcomes on `amends.notifications`, acknowledged by all replicas.
record KafkaFacts(KafkaTemplate<String, byte[]> kafka, Duration patience) implements Facts {

    @Override
    public void record(List<RecordedNotification> facts) throws NotDurable {
        try {
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (RecordedNotification fact : facts) {
                sent.add(kafka.send(Topics.NOTIFICATIONS.record(fact)));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDurable(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotDurable(e);
        }
    }
}
