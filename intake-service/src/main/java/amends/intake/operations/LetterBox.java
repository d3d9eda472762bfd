package amends.intake.operations;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Reads topics of dead letters from the outside; nobody's position is changed.
final class LetterBox {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Consumer<String, byte[]>> consumers;

    LetterBox(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /// What lies in some topics.
    ///
    /// @param letters oldest first within a partition
    /// @param complete whether nothing older was left out
    record Content(
            List<ConsumerRecord<String, byte[]>> letters,
            Map<LetterId, DeadLetter.Replay> replays,
            boolean complete) {}

    /// The newest of each partition.
    Content newest(Collection<TopicPartition> partitions, int mostOfEach) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> from = new HashMap<>();
            ends.forEach(
                    (at, end) ->
                            from.put(at, Math.max(first.getOrDefault(at, 0L), end - mostOfEach)));
            return read(consumer, from, ends, from.equals(first));
        }
    }

    /// One letter and all behind it, its replay among them if there was one.
    Content since(LetterId letter) {
        TopicPartition at = new TopicPartition(letter.topic(), letter.partition());
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            Map<TopicPartition, Long> from = Map.of(at, letter.offset());
            return read(consumer, from, consumer.endOffsets(List.of(at)), false);
        }
    }

    private static Content read(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> ends,
            boolean complete) {
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        Map<LetterId, DeadLetter.Replay> replays = new HashMap<>();
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isBehind(consumer, ends) && System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                @Nullable ReplayMark mark = ReplayMark.of(record);
                if (mark == null) {
                    letters.add(record);
                } else {
                    replays.put(mark.letter(), mark.replay());
                }
            }
        }
        return new Content(letters, replays, complete && !isBehind(consumer, ends));
    }

    private static boolean isBehind(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(each -> consumer.position(each.getKey()) < each.getValue());
    }
}
