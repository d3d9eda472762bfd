package amends.workflow.stream;

import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.workflow.complaint.Decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;

/// What the topology tells about itself: how late timers fire, and how commands are decided.
final class WorkflowMetrics {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final MeterRegistry registry;
    private final Timer lateness;

    WorkflowMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lateness =
                Timer.builder("amends.timer.lateness")
                        .description("From when a timer was due until its command was decided")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(SHORTEST)
                        .maximumExpectedValue(LONGEST)
                        .register(registry);
    }

    void fired(Duration late) {
        lateness.record(late);
    }

    void decided(ComplaintCommand command, Decision decision) {
        String answer =
                switch (decision) {
                    case Decision.Accepted accepted ->
                            accepted.events().isEmpty() ? "already-so" : "accepted";
                    case Decision.Refused refused -> "refused";
                };
        registry.counter(
                        "amends.decisions",
                        "command",
                        CommandName.of(command.getClass()).value(),
                        "answer",
                        answer)
                .increment();
    }
}
