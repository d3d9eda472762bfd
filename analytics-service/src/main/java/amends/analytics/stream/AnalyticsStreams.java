package amends.analytics.stream;

import amends.analytics.AnalyticsSettings;
import amends.contracts.stream.TopologySettings;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.time.Duration;
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

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final KafkaStreams streams;

    AnalyticsStreams(
            AnalyticsTopology topology, AnalyticsSettings settings, KafkaConnectionDetails kafka) {
        this.streams =
                new KafkaStreams(
                        topology.build(),
                        new StreamsConfig(
                                configuration(
                                        settings.stateDir(),
                                        String.join(
                                                ",", kafka.getConsumer().getBootstrapServers()))));
        streams.setUncaughtExceptionHandler(
                e -> {
                    LOG.error("A thread of the topology ended and is replaced", e);
                    return StreamThreadExceptionResponse.REPLACE_THREAD;
                });
    }

    static Map<String, Object> configuration(Path stateDir, String brokers) {
        Map<String, Object> configuration =
                TopologySettings.of("amends-analytics", brokers, stateDir, AnalyticsStores.class);
        configuration.putAll(TopologySettings.deadLettersOf(Topics.COMPLAINTS));
        // Nobody waits for a figure, so commits are rarer than where commands are answered.
        configuration.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        configuration.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        configuration.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        configuration.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, READ_AHEAD);
        configuration.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STATE_CACHE_BYTES);
        configuration.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        configuration.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                FETCH_BYTES);
        return configuration;
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
