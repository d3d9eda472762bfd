package amends.gateway.directory;

import amends.contracts.access.RecordedAccess;
import amends.contracts.access.RecordedAudit;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.TopicFollower;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The topics of access: read from their beginning before the first caller is let in, and written
/// so that a change is in force once it is durable.
@Component
public final class AccessTopics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTopics.class);
    private static final int PATIENCE_SECONDS = 15;

    private final Directory directory;
    private final Seed seed;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> producer;
    private volatile Optional<TopicFollower<?>> follower = Optional.empty();

    AccessTopics(
            Directory directory,
            Seed seed,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> producer) {
        this.directory = directory;
        this.seed = seed;
        this.consumers = consumers;
        this.producer = producer;
    }

    @Override
    public void start() {
        follower =
                Optional.of(
                        TopicFollower.fromBeginning(
                                Topics.ACCESS,
                                consumers.createConsumer(),
                                (message, record) -> directory.learn(message, record.offset()),
                                producer::send));
        if (directory.isNew()) {
            seed.records().forEach(this::put);
        }
    }

    /// In force when this returns.
    ///
    /// @throws NotDurable when the broker does not have it
    public void put(RecordedAccess record) {
        directory.learn(record, send(Topics.ACCESS, record).offset());
    }

    /// Durable when this returns.
    ///
    /// @throws NotDurable when the broker does not have it
    public void put(RecordedAudit line) {
        send(Topics.AUDIT, line);
    }

    /// For what must not keep anybody waiting.
    public void putSoon(RecordedAudit line) {
        soon(Topics.AUDIT, line);
    }

    /// The same for what may be lost.
    void putSoon(RecordedAccess record) {
        soon(Topics.ACCESS, record);
    }

    private <M extends Message> void soon(Topic<M> topic, M message) {
        CompletableFuture<?> _ =
                producer.send(topic.record(message))
                        .whenComplete((done, failure) -> tell(message, topic, failure));
    }

    private static void tell(Message message, Topic<?> topic, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn(
                    "{} could not be written to {}: {}",
                    message.type(),
                    topic.name(),
                    failure.toString());
        }
    }

    private <M extends Message> RecordMetadata send(Topic<M> topic, M message) {
        try {
            SendResult<String, byte[]> done =
                    producer.send(topic.record(message)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return done.getRecordMetadata();
        } catch (ExecutionException | TimeoutException e) {
            throw new NotDurable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDurable(e);
        }
    }

    @Override
    public void stop() {
        follower.ifPresent(TopicFollower::close);
        follower = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return follower.isPresent();
    }

    /// Before the doors open.
    @Override
    public int getPhase() {
        return 0;
    }
}
