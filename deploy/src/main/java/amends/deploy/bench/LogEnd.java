package amends.deploy.bench;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the complaints that begin on the log of truth, as committed.
final class LogEnd implements AutoCloseable {

    private static final String BEGINS =
            "amends." + ComplaintEvent.ComplaintReceived.class.getSimpleName();

    private final KafkaConsumer<String, byte[]> consumer;
    private final AtomicLong begun = new AtomicLong();

    LogEnd(String kafka) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.COMPLAINTS.name()).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread.ofPlatform().daemon().start(this::read);
    }

    long begun() {
        return begun.get();
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    if (isBeginning(record)) {
                        begun.incrementAndGet();
                    }
                }
            }
        } catch (WakeupException e) {
            // closed
        }
    }

    private static boolean isBeginning(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && new String(type.value(), StandardCharsets.UTF_8).equals(BEGINS);
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
