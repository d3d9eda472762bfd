package amends.workflow.stream;

import amends.contracts.authority.RecordedGrant;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.ComplaintEvent.ContactPassedOn;
import amends.contracts.complaint.ComplaintEvent.MergeRequested;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.Outcome.Disposition;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.complaint.Refusal;
import amends.contracts.routing.RecordedDispatch;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topics;
import amends.workflow.complaint.Complaint;
import amends.workflow.complaint.ComplaintDecider;
import amends.workflow.complaint.Decision;
import amends.workflow.complaint.Dispatching;
import amends.workflow.complaint.Occasion;
import amends.workflow.complaint.Timer;
import amends.workflow.policy.Policies;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The one writer of a complaint: reads a wish, decides it, keeps the new state, tells what
/// happened. Kafka Streams makes one transaction of it. Everything that may fail is done before the
/// first write, so a failure leaves nothing half done.
final class ComplaintProcessor implements Processor<String, Wish, String, Message> {

    static final String COMPLAINTS = "complaints";
    static final String TIMERS = "timers";
    private static final Duration PATIENCE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintProcessor.class);

    private final ComplaintDecider decider;
    private final Supplier<Policies> policies;
    private final WorkflowMetrics metrics;
    private ProcessorContext<String, Message> context;
    private KeyValueStore<String, Kept> complaints;
    private TimerStore timers;
    private Outbox outbox;
    private Errands errands;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
    ComplaintProcessor(
            ComplaintDecider decider, Supplier<Policies> policies, WorkflowMetrics metrics) {
        this.decider = decider;
        this.policies = policies;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Message> processorContext) {
        context = processorContext;
        complaints = context.getStateStore(COMPLAINTS);
        timers = new TimerStore(context.getStateStore(TIMERS));
        outbox = new Outbox(context, WorkflowTopology.COMPLAINT);
        errands = new Errands(context, outbox);
        context.schedule(
                TimerTurn.TICK,
                PunctuationType.WALL_CLOCK_TIME,
                now -> TimerTurn.take(timers, now, this::fireOrPostpone));
    }

    @Override
    public void process(Record<String, Wish> record) {
        Wish wish = record.value();
        Kept kept = kept(wish.complaint());
        Optional<RecordedGrant> question = Questions.of(wish, kept.complaint());
        if (question.isPresent()) {
            outbox.send(Topics.GRANTS, question.get());
            context.commit(); // somebody waits for the decision
            return;
        }
        Decision decision = RefusedContact.checked(wish, decide(wish, kept.complaint()));
        Complaint after =
                switch (decision) {
                    case Decision.Accepted accepted -> carryOut(wish, kept, accepted.events());
                    case Decision.Refused refused -> kept.complaint();
                };
        tellLedgers(wish, kept.complaint(), after);
        metrics.decided(wish.command(), decision);
        errands.follow(wish, decision, after);
        if (!isDecidedElsewhere(decision)) {
            answer(wish, after, decision);
        }
    }

    /// The complaint to merge into has the last word; its answer comes back as a command.
    private static boolean isDecidedElsewhere(Decision decision) {
        return decision instanceof Decision.Accepted accepted
                && accepted.events().stream().anyMatch(MergeRequested.class::isInstance);
    }

    private void tellLedgers(Wish wish, Complaint before, Complaint after) {
        Questions.settled(wish, before, after).forEach(stand -> outbox.send(Topics.GRANTS, stand));
    }

    private Kept kept(ComplaintId id) {
        Kept known = complaints.get(id.value());
        return known == null ? new Kept(Complaint.unborn(id), null) : known;
    }

    private Decision decide(Wish wish, Complaint state) {
        return decider.decide(
                wish.command(),
                state,
                new Occasion(wish.at(), wish.actor(), policies.get()),
                wish.expectedVersion());
    }

    private Complaint carryOut(Wish wish, Kept before, List<ComplaintEvent> events) {
        if (events.isEmpty()) {
            return before.complaint();
        }
        List<RecordedEvent> recorded = new ArrayList<>(events.size());
        Complaint after = before.complaint();
        for (ComplaintEvent event : events) {
            RecordedEvent next =
                    new RecordedEvent(
                            wish.complaint(),
                            after.version() + 1,
                            wish.at(),
                            wish.actor(),
                            wish.cause(),
                            event);
            recorded.add(next);
            after = after.evolve(next);
        }
        List<Dispatching.Addressed> told = Dispatching.between(before.complaint(), after);
        keep(before, after, wish.at());
        recorded.forEach(event -> outbox.send(Topics.COMPLAINTS, event));
        told.forEach(
                dispatch ->
                        outbox.send(
                                Topics.DISPATCH,
                                new RecordedDispatch(
                                        dispatch.pool(), wish.at(), dispatch.event())));
        return after;
    }

    private void keep(Kept before, Complaint after, Instant now) {
        Instant wakeAt =
                after.nextTimer(policies.get())
                        .map(timer -> before.wakeFor(timer.due(), now))
                        .orElse(null);
        timers.move(after.id(), before.wakeAt(), wakeAt);
        complaints.put(after.id().value(), new Kept(after, wakeAt));
    }

    private void answer(Wish wish, Complaint after, Decision decision) {
        if (wish.answer() != Wish.Answer.NOTHING) {
            RecordedOutcome outcome =
                    new RecordedOutcome(
                            Objects.requireNonNull(wish.cause()),
                            wish.complaint(),
                            wish.at(),
                            outcome(wish, after, decision));
            outbox.answer(outcome, after.status().toString());
        }
        if (wish.answer() == Wish.Answer.DECISION) {
            context.commit(); // somebody waits for it
        }
    }

    private Outcome outcome(Wish wish, Complaint after, Decision decision) {
        if (wish.command() instanceof ComplaintCommand.GiveUpMerge notMerged) {
            Refusal refusal = notMerged.refusal();
            return new Outcome.Refused(
                    after.version(),
                    new Refusal(refusal.rule(), refusal.explanation(), decider.allowed(after)));
        }
        return switch (decision) {
            case Decision.Refused refused ->
                    new Outcome.Refused(after.version(), refused.refusal());
            case Decision.Accepted accepted ->
                    wish.answer() == Wish.Answer.DISPOSITION
                            ? new Outcome.ContactTaken(disposition(accepted.events()))
                            : new Outcome.Accepted(after.version());
        };
    }

    private static Disposition disposition(List<ComplaintEvent> events) {
        if (events.stream().anyMatch(ComplaintReceived.class::isInstance)) {
            return Disposition.NEW;
        }
        return events.stream().anyMatch(ComplaintProcessor::isOneMoreContact)
                ? Disposition.APPENDED
                : Disposition.KNOWN;
    }

    private static boolean isOneMoreContact(ComplaintEvent event) {
        return event instanceof ContactAppended || event instanceof ContactPassedOn;
    }

    private void fireOrPostpone(TimerKey key, Instant now, Duration spent) {
        try {
            fire(key, now, spent);
        } catch (RuntimeException e) {
            LOG.error("A timer of {} failed; it is tried again later", key.complaint(), e);
            postpone(key, now.toEpochMilli());
        }
    }

    /// What a timer wishes is asked of the state, for policies may have changed since it was set.
    private void fire(TimerKey key, Instant now, Duration spent) {
        Kept kept = kept(key.complaint());
        Timer timer = kept.complaint().nextTimer(policies.get()).orElse(null);
        if (timer == null || timer.due().isAfter(now)) {
            timers.delete(key);
            keep(kept, kept.complaint(), now);
            return;
        }
        Wish wish = Wish.silent(key.complaint(), timer.command(), Automations.TIMER, now);
        Decision decision = decide(wish, kept.complaint());
        if (decision instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
            metrics.fired(key.lateBy(now).plus(spent));
            Complaint after = carryOut(wish, kept, accepted.events());
            tellLedgers(wish, kept.complaint(), after);
        } else {
            LOG.error("{} has a timer that changes nothing: {}", key.complaint(), timer.command());
            postpone(key, now.toEpochMilli());
        }
    }

    /// A stray entry does no harm: when it is due, the state is asked again.
    private void postpone(TimerKey key, long nowMillis) {
        timers.delete(key);
        timers.put(new TimerKey(nowMillis + PATIENCE_AFTER_FAILURE.toMillis(), key.complaint()));
    }
}
