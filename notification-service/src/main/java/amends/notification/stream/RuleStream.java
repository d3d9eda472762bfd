package amends.notification.stream;

import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/// Runs the topology with the application and tells whether it is at work.
final class RuleStream implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(RuleStream.class);

    private static final Duration CLOSE = Duration.ofSeconds(15);

    private final Topology topology;
    private final Properties settings = new Properties();
    private @Nullable KafkaStreams streams;

    RuleStream(Topology topology, Map<String, Object> settings) {
        this.topology = topology;
        this.settings.putAll(settings);
    }

    @Override
    public void start() {
        KafkaStreams started = new KafkaStreams(topology, settings);
        started.setUncaughtExceptionHandler(
                problem -> {
                    LOG.error("The rules stopped and start again", problem);
                    return StreamThreadExceptionResponse.REPLACE_THREAD;
                });
        started.start();
        streams = started;
    }

    @Override
    public void stop() {
        if (streams != null) {
            streams.close(
                    CloseOptions.timeout(CLOSE)
                            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            streams = null;
        }
    }

    @Override
    public boolean isRunning() {
        return streams != null;
    }

    @Override
    public Health health() {
        State state = streams == null ? State.NOT_RUNNING : streams.state();
        return (state == State.RUNNING ? Health.up() : Health.down())
                .withDetail("state", state)
                .build();
    }
}
