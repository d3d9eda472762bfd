package amends.notification.delivery;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Connects the sender with its consumer: batches in, offsets out, a pause when too many messages
/// wait, and a chance to try again when the log is quiet.
final class SenderLoop
        implements BatchAcknowledgingConsumerAwareMessageListener<String, byte[]>,
                ConsumerAwareRebalanceListener {

    static final String NAME = "notification-sender";
    private static final Logger LOG = LoggerFactory.getLogger(SenderLoop.class);

    private final Sender sender;
    private final OutcomesAhead ahead;
    private @Nullable MessageListenerContainer container;

    SenderLoop(Sender sender, OutcomesAhead ahead) {
        this.sender = sender;
        this.ahead = ahead;
    }

    void runsIn(MessageListenerContainer owner) {
        container = owner;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<String, byte[]>> records,
            @Nullable Acknowledgment unused,
            @Nullable Consumer<?, ?> consumer) {
        records.forEach(sender::take);
        work(Objects.requireNonNull(consumer));
    }

    /// Nothing came for a moment: time for what waits.
    void quiet(Consumer<?, ?> consumer) {
        work(consumer);
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> from = new HashMap<>();
        partitions.forEach(partition -> from.put(partition, consumer.position(partition)));
        sender.begin(from, from.isEmpty() ? Set.of() : ahead.of(from));
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        commit(consumer);
        sender.end(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        sender.end(partitions);
    }

    private void work(Consumer<?, ?> consumer) {
        sender.work();
        commit(consumer);
        if (container != null && sender.isFull() != container.isPauseRequested()) {
            if (sender.isFull()) {
                container.pause();
            } else {
                container.resume();
            }
        }
    }

    private void commit(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> finished = sender.finished();
        if (finished.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        finished.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
        try {
            consumer.commitSync(offsets);
            sender.committed(finished);
        } catch (KafkaException e) {
            LOG.warn("Offsets are not stored yet; with the next batch they will be", e);
        }
    }
}
