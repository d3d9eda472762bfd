package amends.deploy.bench;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// The limit: a producer that does nothing but send, as safely as intake does.
final class RawProducer {

    private static final String TOPIC = "bench.raw";

    private final String kafka;

    RawProducer(String kafka) {
        this.kafka = kafka;
    }

    /// Records a second, all acknowledged.
    double measure(int count) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(4), Optional.empty())))
                    .all()
                    .get();
        }
        byte[][] values = new byte[1000][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Payload.contact("raw", i);
        }
        try (var producer =
                new KafkaProducer<>(
                        settings(), new StringSerializer(), new ByteArraySerializer())) {
            send(producer, values, count / 4);
            long began = System.nanoTime();
            send(producer, values, count);
            return count * 1e9 / (System.nanoTime() - began);
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, byte[][] values, int count)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(TOPIC, "key" + i, values[i % values.length])));
        }
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                kafka,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4",
                "linger.ms",
                5,
                "batch.size",
                128 * 1024,
                "buffer.memory",
                64L * 1024 * 1024);
    }
}
