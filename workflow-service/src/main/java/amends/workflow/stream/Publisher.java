package amends.workflow.stream;

import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.concurrent.CompletableFuture;

/// Sends a record to Kafka; done when every in-sync replica has it.
public interface Publisher {
    CompletableFuture<?> send(ProducerRecord<String, byte[]> record);
}
