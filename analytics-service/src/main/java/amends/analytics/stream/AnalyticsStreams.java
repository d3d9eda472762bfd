package amends.analytics.stream;

import amends.analytics.AnalyticsSettings;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Runs the topology. As `streams` it takes part in the readiness of the service.
@Component("streams")
final class AnalyticsStreams implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsStreams.class);
    private static final int STATE_CACHE_BYTES = 8 * 1024 * 1024;
    private static final int FETCH_BYTES = 1024 * 1024;

    /// Read ahead per partition and task; there are many of both.
    private static final int READ_AHEAD = 300;

    private static final int COMMIT_MILLIS = 200;
    private static final int POLL_MILLIS = 20;

    /// After a crash the next process takes over this much later.
    private static final int SESSION_MILLIS = 10_000;

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final KafkaStreams streams;

    AnalyticsStreams(
            AnalyticsTopology topology, AnalyticsSettings settings, KafkaConnectionDetails kafka) {
        this.streams =
                new KafkaStreams(
                        topology.build(),
                        new StreamsConfig(
                                configuration(
                                        settings,
                                        String.join(
                                                ",", kafka.getConsumer().getBootstrapServers()))));
        streams.setUncaughtExceptionHandler(
                e -> {
                    LOG.error("A thread of the topology ended and is replaced", e);
                    return StreamThreadExceptionResponse.REPLACE_THREAD;
                });
    }

    private static Map<String, Object> configuration(AnalyticsSettings settings, String brokers) {
        Map<String, Object> configuration = behaviour();
        configuration.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        configuration.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        return configuration;
    }

    /// What does not depend on the place.
    static Map<String, Object> behaviour() {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(StreamsConfig.APPLICATION_ID_CONFIG, "amends-analytics");
        configuration.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Nobody waits for a figure, so commits are rarer than where commands are answered.
        configuration.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        configuration.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        configuration.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        configuration.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, READ_AHEAD);
        configuration.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STATE_CACHE_BYTES);
        configuration.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
        configuration.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        deadLetters(configuration);
        clients(configuration);
        return configuration;
    }

    private static void deadLetters(Map<String, Object> configuration) {
        configuration.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.deadLetters(Topics.COMPLAINTS));
        configuration.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueExceptionHandler.class);
        configuration.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
    }

    private static void clients(Map<String, Object> configuration) {
        configuration.put(
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        configuration.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Topic.LARGEST_RECORD_BYTES);
        configuration.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        configuration.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_MILLIS);
        configuration.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                FETCH_BYTES);
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public void stop() {
        streams.close(
                CloseOptions.timeout(CLOSE)
                        .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    @Override
    public boolean isRunning() {
        return streams.state().isRunningOrRebalancing();
    }

    @Override
    public Health health() {
        Health.Builder health =
                streams.state() == KafkaStreams.State.RUNNING ? Health.up() : Health.down();
        return health.withDetail("state", streams.state().name()).build();
    }
}
