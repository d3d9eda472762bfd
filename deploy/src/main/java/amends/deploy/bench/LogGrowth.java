package amends.deploy.bench;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the platform's topics grow.
final class LogGrowth implements AutoCloseable {

    private final Admin admin;

    LogGrowth(String kafka) {
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /// Returns when nothing was written for `quiet`, or after `patience`.
    void awaitQuiet(Duration quiet, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long before = -1;
        long now = length();
        while (now != before && System.nanoTime() < end) {
            before = now;
            TimeUnit.MILLISECONDS.sleep(quiet.toMillis());
            now = length();
        }
    }

    /// How many records a topic has had, if nobody writes to it in transactions.
    long length(String topic) throws InterruptedException {
        return length(List.of(topic));
    }

    private long length() throws InterruptedException {
        try {
            return length(
                    admin.listTopics().names().get().stream()
                            .filter(name -> name.matches("amends\\.[a-z]+"))
                            .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell its topics", e);
        }
    }

    private long length(List<String> topics) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> ends =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(LogGrowth::partitions)
                            .collect(
                                    Collectors.toMap(
                                            partition -> partition,
                                            partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell how long its logs are", e);
        }
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(it -> new TopicPartition(topic.name(), it.partition()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
