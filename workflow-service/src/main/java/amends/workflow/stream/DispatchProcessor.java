package amends.workflow.stream;

import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.RecordedDispatch;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.workflow.routing.Assignment;
import amends.workflow.routing.PoolLine;
import amends.workflow.routing.RoutingPolicy;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// The one dispatcher of a pool: keeps its line and gives waiting complaints to free agents, by
/// commands like anybody else.
final class DispatchProcessor implements Processor<String, byte[], String, Message> {

    static final String LINES = "lines";

    private final Supplier<RoutingPolicy> policy;
    private ProcessorContext<String, Message> context;
    private KeyValueStore<String, byte[]> lines;
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
    DispatchProcessor(Supplier<RoutingPolicy> policy) {
        this.policy = policy;
    }

    @Override
    public void init(ProcessorContext<String, Message> processorContext) {
        context = processorContext;
        lines = context.getStateStore(LINES);
        outbox = new Outbox(context, WorkflowTopology.DISPATCHER);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordedDispatch dispatch = Wire.read(record.value(), Topics.DISPATCH.type());
        PoolName pool = dispatch.pool();
        PoolLine line = new PoolLine(pool, new PoolLineStore(lines, pool), policy.get());
        List<Assignment> assignments = line.take(dispatch.event());
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        for (Assignment assignment : assignments) {
            outbox.send(Topics.COMMANDS, command(assignment, metadata, now));
        }
    }

    private static CommandRequest command(
            Assignment assignment, RecordMetadata metadata, Instant now) {
        CorrelationId correlation =
                new CorrelationId(
                        "dispatch-%d-%d-%s"
                                .formatted(
                                        metadata.partition(),
                                        metadata.offset(),
                                        assignment.complaint()));
        return new CommandRequest(
                assignment.complaint(),
                correlation,
                now,
                Automations.DISPATCHER,
                null,
                new ComplaintCommand.Assign(assignment.agent()));
    }
}
