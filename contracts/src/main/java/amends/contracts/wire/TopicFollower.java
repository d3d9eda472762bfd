package amends.contracts.wire;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Reads all partitions of a topic in a thread of its own, outside any group: every instance sees
/// every record.
public final class TopicFollower<M extends Message> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    /// What to do with what was read.
    @FunctionalInterface
    public interface Reader<M> {
        void read(M message, ConsumerRecord<String, byte[]> record);
    }

    /// Takes what could not be read; done when it is durable.
    @FunctionalInterface
    public interface DeadLetters {
        CompletableFuture<?> put(ProducerRecord<String, byte[]> letter);
    }

    private final Topic<M> topic;
    private final Consumer<String, byte[]> consumer;
    private final Reader<M> reader;
    private final DeadLetters deadLetters;
    private final Thread thread;

    private TopicFollower(
            Topic<M> topic,
            Consumer<String, byte[]> consumer,
            Reader<M> reader,
            DeadLetters deadLetters) {
        this.topic = topic;
        this.consumer = consumer;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.thread = Thread.ofPlatform().name("follow-" + topic.name()).unstarted(this::follow);
    }

    /// Follows what comes after this moment.
    public static <M extends Message> TopicFollower<M> fromEnd(
            Topic<M> topic,
            Consumer<String, byte[]> consumer,
            Reader<M> reader,
            DeadLetters deadLetters) {
        TopicFollower<M> follower = new TopicFollower<>(topic, consumer, reader, deadLetters);
        List<TopicPartition> partitions = follower.assign();
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeking is lazy
        follower.thread.start();
        return follower;
    }

    /// Reads everything there is before it returns, then goes on following.
    public static <M extends Message> TopicFollower<M> fromBeginning(
            Topic<M> topic,
            Consumer<String, byte[]> consumer,
            Reader<M> reader,
            DeadLetters deadLetters) {
        TopicFollower<M> follower = new TopicFollower<>(topic, consumer, reader, deadLetters);
        List<TopicPartition> partitions = follower.assign();
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            follower.poll();
        }
        follower.thread.start();
        return follower;
    }

    /// A topic that was made a moment ago is not known everywhere at once.
    private List<TopicPartition> assign() {
        long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
        List<TopicPartition> partitions = partitions();
        while (partitions.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The topic " + topic.name() + " is not there; was it deleted?");
            }
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
            partitions = partitions();
        }
        consumer.assign(partitions);
        return partitions;
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void follow() {
        try (consumer) {
            while (true) {
                pollOrRest();
            }
        } catch (WakeupException e) {
            LOG.debug("No longer following {}", topic.name());
        }
    }

    private void pollOrRest() {
        try {
            poll();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("Reading {} failed; it is tried again", topic.name(), e);
        }
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
            try {
                reader.read(Wire.read(record.value(), topic.type()), record);
            } catch (RuntimeException e) { // one that can't be read, or that its reader can't take
                skip(record, e);
            }
        }
    }

    private void skip(ConsumerRecord<String, byte[]> record, RuntimeException why) {
        LOG.warn(
                "{}-{} offset {} is skipped: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                why.toString());
        CompletableFuture<?> _ =
                put(SkippedRecord.letter(record, why))
                        .whenComplete(
                                (done, failure) -> {
                                    if (failure != null) {
                                        LOG.warn("It is no dead letter either", failure);
                                    }
                                });
    }

    /// Senders may also throw at once what went wrong; those behind are read all the same.
    private CompletableFuture<?> put(ProducerRecord<String, byte[]> letter) {
        try {
            return deadLetters.put(letter);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
