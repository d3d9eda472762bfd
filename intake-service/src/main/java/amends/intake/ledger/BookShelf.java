package amends.intake.ledger;

import amends.contracts.ledger.RecordedMinute;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Keeps the books on a topic, one record a minute, the latest of which counts.
final class BookShelf {

    private final Conservation books;
    private final Producer<String, byte[]> producer;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final InstantSource clock;
    private final Set<String> shelved = new HashSet<>();

    BookShelf(
            Conservation books,
            Producer<String, byte[]> producer,
            Supplier<Consumer<String, byte[]>> consumers,
            InstantSource clock) {
        this.books = books;
        this.producer = producer;
        this.consumers = consumers;
        this.clock = clock;
    }

    /// @throws KafkaException when the broker does not answer
    void load() {
        Map<String, byte[]> latest = new HashMap<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions =
                    TopicReading.partitions(consumer, Topics.LEDGER.name());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReading.toTheEnd(consumer, each -> take(each, latest));
        }
        shelved.addAll(latest.keySet());
        books.restore(
                latest.values().stream()
                        .map(value -> Wire.read(value, RecordedMinute.class))
                        .toList());
    }

    private void take(ConsumerRecord<String, byte[]> each, Map<String, byte[]> latest) {
        if (each.value() == null) {
            latest.remove(each.key());
        } else if (each.key().startsWith(books.instance() + "/")) {
            latest.put(each.key(), each.value());
        }
    }

    /// Writes what has changed, and forgets what is no longer kept.
    ///
    /// @throws KafkaException when not all of it is durable; it is written again next time
    void save() {
        List<RecordedMinute> changed = books.changed(clock.instant());
        Set<String> kept = books.keys();
        List<Future<RecordMetadata>> writes = new ArrayList<>();
        try {
            for (RecordedMinute minute : changed) {
                writes.add(producer.send(Topics.LEDGER.record(minute)));
            }
            for (String key : shelved) {
                if (!kept.contains(key)) {
                    writes.add(
                            producer.send(new ProducerRecord<>(Topics.LEDGER.name(), key, null)));
                }
            }
            await(writes);
        } catch (KafkaException e) {
            books.notSaved(changed);
            throw e;
        }
        shelved.retainAll(kept);
        changed.forEach(minute -> shelved.add(minute.key()));
    }

    private static void await(List<Future<RecordMetadata>> writes) {
        for (Future<RecordMetadata> write : writes) {
            try {
                write.get();
            } catch (ExecutionException e) {
                throw new KafkaException("The books are not durable", e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
