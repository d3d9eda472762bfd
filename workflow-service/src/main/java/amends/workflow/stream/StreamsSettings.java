package amends.workflow.stream;

import amends.contracts.stream.TopologySettings;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.util.Map;

/// How the topology runs.
///
/// @param instance names this process among several of its kind; the same again after a restart, so
///   that it takes over its own work at once
/// @param stateDir where its stores lie; they can be rebuilt from Kafka
/// @param commitIntervalMillis how long decisions gather in one transaction when nobody waits for
///   an answer; every transaction costs the broker a marker per partition and wakes every reader
@ConfigurationProperties("amends.streams")
public record StreamsSettings(
        @DefaultValue("workflow-1") String instance,
        Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("100") int commitIntervalMillis,
        @DefaultValue("5") int pollMillis) {

    static final String APPLICATION = "amends.workflow";
    private static final int HEARTBEAT_MILLIS = 2_000;
    private static final int PRODUCER_BATCH_BYTES = 128 * 1024;

    Map<String, Object> properties(String bootstrapServers) {
        Map<String, Object> properties =
                TopologySettings.of(APPLICATION, bootstrapServers, stateDir, WorkflowStores.class);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitIntervalMillis);
        properties.put(StreamsConfig.POLL_MS_CONFIG, pollMillis);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        clients(properties);
        return properties;
    }

    private void clients(Map<String, Object> properties) {
        // a known member that comes back gets its partitions without waiting for a rebalance
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                instance);
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                HEARTBEAT_MILLIS);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                PRODUCER_BATCH_BYTES);
    }
}
