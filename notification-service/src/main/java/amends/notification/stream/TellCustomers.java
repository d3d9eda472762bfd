package amends.notification.stream;

import amends.contracts.complaint.ComplaintEvent.ClockEscalated;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;
import amends.notification.rule.Correspondence;
import amends.notification.rule.FollowUp;
import amends.notification.rule.Notice;
import amends.notification.rule.Occasion;
import amends.notification.rule.Reactions;
import amends.notification.rule.Telling;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Applies the rules to each event, remembers what is known of each customer, and asks when a
/// follow-up's time has come. Colleagues are told of escalations.
final class TellCustomers
        implements Processor<String, Optional<RecordedEvent>, String, RecordedNotification> {

    static final String CORRESPONDENCE = "correspondence";
    static final String SCHEDULE = "schedule";

    private final Telling telling;
    private final StreamSettings settings;
    private final StreamMetrics metrics;
    private ProcessorContext<String, RecordedNotification> context;
    private KeyValueStore<String, Correspondence> correspondence;
    private Schedule schedule;

    @SuppressWarnings("NullAway.Init")
    TellCustomers(Telling telling, StreamSettings settings, StreamMetrics metrics) {
        this.telling = telling;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, RecordedNotification> processorContext) {
        context = processorContext;
        correspondence = context.getStateStore(CORRESPONDENCE);
        schedule = new Schedule(context.getStateStore(SCHEDULE));
        metrics.scheduled(context.taskId().partition(), schedule.length());
        context.schedule(
                settings.scheduleCheck(), PunctuationType.WALL_CLOCK_TIME, this::askThoseDue);
    }

    @Override
    public void close() {
        metrics.forget(context.taskId().partition());
    }

    @Override
    public void process(Record<String, Optional<RecordedEvent>> record) {
        record.value().ifPresent(this::take);
    }

    private void take(RecordedEvent recorded) {
        ComplaintId complaint = recorded.complaintId();
        Correspondence before = correspondence.get(complaint.value());
        Correspondence after = after(before, recorded);
        if (after == null) {
            return;
        }
        correspondence.put(complaint.value(), after);
        reschedule(complaint, before == null ? null : before.followUp(), after.followUp());
        Occasion occasion = new Occasion(complaint, recorded.version(), recorded.at());
        Reactions.to(recorded.event(), after).ifPresent(notice -> tell(occasion, notice, after));
        if (recorded.event() instanceof ClockEscalated escalated) {
            telling.escalations()
                    .following(complaint, escalated)
                    .forEach(
                            alarm ->
                                    tell(
                                            occasion,
                                            alarm.notice(),
                                            after.writingTo(alarm.recipient())));
        }
    }

    /// Returns what is known after the event; nothing when the complaint's beginning was never
    /// seen.
    private @Nullable Correspondence after(
            @Nullable Correspondence before, RecordedEvent recorded) {
        Duration delay = settings.followUpDelay();
        if (recorded.event() instanceof ComplaintReceived received) {
            return Correspondence.begunBy(received);
        }
        return before == null ? null : before.after(recorded, delay);
    }

    private void askThoseDue(long now) {
        for (Due due : schedule.due(Instant.ofEpochMilli(now), settings.followUpsAtOnce())) {
            schedule.remove(due);
            ask(new ComplaintId(due.complaint()), Instant.ofEpochMilli(now));
        }
        metrics.scheduled(context.taskId().partition(), schedule.length());
    }

    private void ask(ComplaintId complaint, Instant now) {
        Correspondence known = correspondence.get(complaint.value());
        if (known == null || known.followUp() == null) {
            return;
        }
        correspondence.put(complaint.value(), known.asked());
        FollowUp followUp = known.followUp();
        tell(
                new Occasion(complaint, followUp.occasion(), now),
                new Notice.FollowUpQuestion(followUp),
                known);
    }

    private void reschedule(
            ComplaintId complaint, @Nullable FollowUp before, @Nullable FollowUp after) {
        schedule.change(complaint, before, after);
        metrics.scheduled(context.taskId().partition(), schedule.length());
    }

    private void tell(Occasion occasion, Notice notice, Correspondence known) {
        RecordedNotification told = telling.tell(occasion, notice, known);
        metrics.told(told.event());
        context.forward(
                new Record<>(
                        told.key(),
                        told,
                        context.currentSystemTimeMs(),
                        CloudEventHeaders.of(told, Topics.NOTIFICATIONS.name())));
    }
}
