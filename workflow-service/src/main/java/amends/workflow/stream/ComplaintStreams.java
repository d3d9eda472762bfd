package amends.workflow.stream;

import amends.workflow.StartOrder;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Runs the topology, from when the policies are read until the service stops.
public final class ComplaintStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ComplaintStreams.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Supplier<KafkaStreams> factory;
    private volatile Optional<KafkaStreams> streams = Optional.empty();

    ComplaintStreams(Supplier<KafkaStreams> factory) {
        this.factory = factory;
    }

    @Override
    public void start() {
        KafkaStreams started = factory.get();
        started.setUncaughtExceptionHandler(
                e -> {
                    LOG.error("A stream thread failed and is replaced", e);
                    return StreamThreadExceptionResponse.REPLACE_THREAD;
                });
        started.start();
        streams = Optional.of(started);
    }

    /// Does it decide now?
    public boolean isReady() {
        return streams.map(KafkaStreams::state).orElse(KafkaStreams.State.NOT_RUNNING)
                == KafkaStreams.State.RUNNING;
    }

    public KafkaStreams streams() {
        return streams.orElseThrow(
                () -> new IllegalStateException("The topology does not run; try again soon"));
    }

    @Override
    public void stop() {
        streams.ifPresent(running -> running.close(LONGEST_STOP));
        streams = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return streams.isPresent();
    }

    @Override
    public int getPhase() {
        return StartOrder.TOPOLOGY;
    }
}
