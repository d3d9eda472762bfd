package amends.workflow.stream;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.routing.DispatchEvent.NextWished;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.RecordedDispatch;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.workflow.policy.Policies;
import amends.workflow.routing.Assignment;
import amends.workflow.routing.Moment;
import amends.workflow.routing.Next;
import amends.workflow.routing.Pool;
import amends.workflow.routing.PoolLine;
import amends.workflow.routing.Reoffering;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// The one dispatcher of a pool: keeps its line and gives waiting complaints to free agents, by
/// commands like anybody else. Once a second it looks at what time alone brings about: shifts that
/// begin, patience that ends, owners gone for too long, a new policy. What is handed over to
/// somebody who is away, full or unable is offered to others.
final class DispatchProcessor implements Processor<String, byte[], String, Message> {

    static final String LINES = "lines";
    static final Duration TICK = Duration.ofSeconds(1);

    private final Supplier<Policies> policies;
    private ProcessorContext<String, Message> context;
    private KeyValueStore<String, byte[]> lines;
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
    DispatchProcessor(Supplier<Policies> policies) {
        this.policies = policies;
    }

    @Override
    public void init(ProcessorContext<String, Message> processorContext) {
        context = processorContext;
        lines = context.getStateStore(LINES);
        outbox = new Outbox(context, WorkflowTopology.DISPATCHER);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::lookAround);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordedDispatch dispatch = Wire.read(record.value(), Topics.DISPATCH.type());
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        PoolLine line = line(dispatch.pool(), now);
        if (dispatch.event() instanceof NextWished wish) {
            answer(wish, line.next(wish.agent()), now);
            context.commit(); // somebody waits for it
            return;
        }
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        String cause = "%d-%d".formatted(metadata.partition(), metadata.offset());
        line.take(dispatch.event()).forEach(assignment -> send(assignment, cause, now));
        line.misplaced().forEach(reoffering -> send(reoffering, cause, now));
    }

    /// The lines of other tasks' pools are empty here.
    private void lookAround(long nowMillis) {
        Instant now = Instant.ofEpochMilli(nowMillis);
        for (Pool pool : policies.get().routing().pools()) {
            PoolLine line = line(pool.pool(), now);
            String cause = pool.pool() + "-" + nowMillis;
            line.reofferings().forEach(reoffering -> send(reoffering, cause, now));
            line.assignments().forEach(assignment -> send(assignment, cause, now));
        }
    }

    private PoolLine line(PoolName pool, Instant now) {
        Policies current = policies.get();
        return new PoolLine(
                pool,
                new PoolLineStore(lines, pool),
                new Moment(now, current.routing(), current.calendars()));
    }

    private void answer(NextWished wish, Next next, Instant now) {
        switch (next) {
            case Next.Given(Assignment given) ->
                    outbox.send(
                            Topics.COMMANDS,
                            new CommandRequest(
                                    given.complaint(),
                                    wish.correlation(),
                                    now,
                                    Actor.agent(wish.agent()),
                                    null,
                                    new ComplaintCommand.Assign(given.agent())));
            case Next.Nothing(Outcome.WhyNothing why) ->
                    outbox.send(
                            Topics.OUTCOMES,
                            new RecordedOutcome(
                                    wish.correlation(), null, now, new Outcome.NothingNext(why)));
        }
    }

    private void send(Assignment assignment, String cause, Instant now) {
        send(assignment.complaint(), new ComplaintCommand.Assign(assignment.agent()), cause, now);
    }

    private void send(Reoffering reoffering, String cause, Instant now) {
        ComplaintCommand command =
                new ComplaintCommand.Reoffer(reoffering.from(), reoffering.reason());
        send(reoffering.complaint(), command, cause, now);
    }

    private void send(ComplaintId complaint, ComplaintCommand command, String cause, Instant now) {
        CorrelationId correlation = new CorrelationId("dispatch-%s-%s".formatted(cause, complaint));
        outbox.send(
                Topics.COMMANDS,
                new CommandRequest(
                        complaint, correlation, now, Automations.DISPATCHER, null, command));
    }
}
