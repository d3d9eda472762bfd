package amends.intake.bulk;

import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.wire.Topics;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.Ticket;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Follows the outcomes topic and tells the books, and running imports, what became of contacts. It
/// begins where the books were kept, or at the beginning when there are none.
final class OutcomeFollower implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutcomeFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Imports imports;
    private final Conservation books;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch following = new CountDownLatch(1);
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> current;

    OutcomeFollower(
            Supplier<Consumer<String, byte[]>> consumers, Imports imports, Conservation books) {
        this.consumers = consumers;
        this.imports = imports;
        this.books = books;
    }

    /// Waits until outcomes are followed; what is sent afterwards will be answered.
    boolean isFollowing(Duration patience) throws InterruptedException {
        return following.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void start() {
        CountDownLatch untilStopped = new CountDownLatch(1);
        stopping = untilStopped;
        thread = Thread.ofPlatform().name("outcomes").daemon().start(() -> run(untilStopped));
    }

    @Override
    public void stop() {
        stopping.countDown();
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        Thread started = thread;
        return started != null && started.isAlive() && stopping.getCount() > 0;
    }

    private void run(CountDownLatch untilStopped) {
        while (untilStopped.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                follow(consumer, untilStopped);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                LOGGER.warn(
                        "Outcomes can't be followed at this moment, trying again: {}",
                        e.toString());
                pause(untilStopped);
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer, CountDownLatch untilStopped) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.OUTCOMES.name()).stream()
                        .map(
                                partition ->
                                        new TopicPartition(
                                                partition.topic(), partition.partition()))
                        .toList();
        if (partitions.isEmpty() || !books.areFetched()) {
            pause(untilStopped);
            return;
        }
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            positions.putIfAbsent(partition, books.readFrom(partition.partition()));
        }
        positions.forEach(consumer::seek);
        LOGGER.debug("Following outcomes from {}", positions);
        following.countDown();
        while (untilStopped.getCount() > 0) {
            consumer.poll(POLL).forEach(this::tell);
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        }
    }

    private void tell(ConsumerRecord<String, byte[]> message) {
        String correlation = message.key();
        Optional<Ticket> ticket =
                correlation == null ? Optional.empty() : Ticket.parse(correlation);
        if (ticket.isEmpty()) {
            books.passed(message.partition(), message.offset());
            return;
        }
        try {
            RecordedOutcome outcome = Wire.read(message.value(), RecordedOutcome.class);
            if (outcome.outcome()
                    instanceof Outcome.ContactTaken(Outcome.Disposition disposition)) {
                books.answered(ticket.get(), disposition, message.partition(), message.offset());
                if (imports.concerns(ticket.get().rest())) {
                    imports.decided(ticket.get().rest(), disposition);
                }
            }
        } catch (UnreadableMessage e) {
            LOGGER.warn(
                    "Outcome at {}@{} skipped: {}",
                    message.partition(),
                    message.offset(),
                    e.getMessage());
        }
    }

    private static void pause(CountDownLatch untilStopped) {
        try {
            if (untilStopped.await(PAUSE_AFTER_FAILURE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOGGER.debug("Stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            untilStopped.countDown();
        }
    }
}
