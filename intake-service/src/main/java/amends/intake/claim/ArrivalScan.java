package amends.intake.claim;

import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;
import amends.intake.ledger.TopicReading;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Looks on the log for the inputs that a claim names. Contacts are known by their id in a header,
/// so their values are not read.
final class ArrivalScan {

    private static final Logger LOGGER = LoggerFactory.getLogger(ArrivalScan.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final String ID = "ce_id";

    private final Supplier<Consumer<String, byte[]>> consumers;

    ArrivalScan(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /// @throws org.apache.kafka.common.KafkaException when the broker does not answer
    void look(ClaimCheck check) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions =
                    Stream.of(Topics.CONTACTS, Topics.QUARANTINE)
                            .flatMap(
                                    topic ->
                                            TopicReading.partitions(consumer, topic.name())
                                                    .stream())
                            .toList();
            consumer.assign(partitions);
            begin(consumer, partitions, check).forEach(consumer::seek);
            TopicReading.toTheEnd(consumer, message -> take(message, check));
            partitions.forEach(each -> check.positions().put(each, consumer.position(each)));
        }
    }

    private static Map<TopicPartition, Long> begin(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, ClaimCheck check) {
        Map<TopicPartition, Long> begin = new HashMap<>(check.positions());
        if (begin.isEmpty()) {
            Instant from = check.claim().from().minus(CLOCKS_DIFFER);
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(each -> times.put(each, Math.max(0, from.toEpochMilli())));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition each : partitions) {
                OffsetAndTimestamp first = found.get(each);
                begin.put(
                        each,
                        first == null ? Objects.requireNonNull(ends.get(each)) : first.offset());
            }
        }
        return begin;
    }

    private static void take(ConsumerRecord<String, byte[]> message, ClaimCheck check) {
        if (message.topic().equals(Topics.QUARANTINE.name())) {
            quarantined(message, check);
            return;
        }
        Header id = message.headers().lastHeader(ID);
        if (id != null) {
            check.found(new String(id.value(), StandardCharsets.UTF_8));
        }
    }

    private static void quarantined(ConsumerRecord<String, byte[]> message, ClaimCheck check) {
        try {
            RecordedQuarantine kept = Wire.read(message.value(), Topics.QUARANTINE.type());
            if (kept.event() instanceof InputQuarantined input && input.idAtSource() != null) {
                check.foundUnderId(kept.source(), input.idAtSource().value());
            }
        } catch (UnreadableMessage e) {
            LOGGER.debug("Skipped in quarantine: {}", e.getMessage());
        }
    }
}
