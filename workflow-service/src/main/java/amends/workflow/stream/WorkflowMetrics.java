package amends.workflow.stream;

import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.workflow.complaint.Decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;

/// What the topology tells about itself: how late timers fire, and how commands are decided.
final class WorkflowMetrics {

    private final MeterRegistry registry;
    private final Timer lateness;

    WorkflowMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lateness =
                Timer.builder("amends.timer.lateness")
                        .description("From when a timer was due until its command was decided")
                        .publishPercentileHistogram()
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
