package amends.notification.delivery;

import amends.contracts.notification.NotificationEvent.NotificationBounced;
import amends.contracts.notification.NotificationEvent.NotificationFailed;
import amends.contracts.notification.NotificationEvent.NotificationSent;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.RecordedNotification;
import amends.notification.delivery.Delivery.Outgoing;
import amends.notification.delivery.Facts.NotDurable;
import amends.notification.delivery.Verdicts.Verdict;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes requests from the log, hands them over and makes the outcome known; only then is the
/// request done.
///
/// The order is: handed over (250), fact on the log, offset. After a crash between the first two
/// the same mail goes out again under the same Message-ID; between the last two the outcome ahead
/// on the log is found and nothing goes out. All methods are called by one thread, that of the
/// consumer.
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /// Requests older than this may come from rules that were run again over old events.
    private static final Duration FRESH = Duration.ofHours(1);

    private final Delivery delivery;
    private final Facts facts;
    private final Ledger ledger;
    private final Clock clock;
    private final SenderSettings settings;
    private final SenderMetrics metrics;
    private final Verdicts verdicts;
    private final Patience outages;

    private final Map<TopicPartition, Progress> progress = new HashMap<>();
    private final Set<NotificationId> settledAhead = new HashSet<>();
    private final Outbox outbox = new Outbox();
    private final List<Verdict.Settled> unrecorded = new ArrayList<>();
    private Instant nobodyThereUntil = Instant.EPOCH;
    private int outageLength;

    Sender(
            Delivery delivery,
            Facts facts,
            Ledger ledger,
            Clock clock,
            SenderSettings settings,
            SenderMetrics metrics,
            Verdicts verdicts,
            Patience outages) {
        this.delivery = delivery;
        this.facts = facts;
        this.ledger = ledger;
        this.clock = clock;
        this.settings = settings;
        this.metrics = metrics;
        this.verdicts = verdicts;
        this.outages = outages;
    }

    /// @param from where reading begins
    /// @param settled requests at or after it that have an outcome already
    void begin(Map<TopicPartition, Long> from, Set<NotificationId> settled) {
        from.forEach((partition, offset) -> progress.put(partition, new Progress(offset)));
        settledAhead.addAll(settled);
    }

    void end(Collection<TopicPartition> partitions) {
        partitions.forEach(progress::remove);
        outbox.forget(partitions);
        unrecorded.removeIf(settled -> partitions.contains(settled.parcel().partition()));
    }

    void take(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Progress done = progress.get(partition);
        if (done == null || !done.take(record.offset())) {
            return;
        }
        Requests.in(record)
                .filter(parcel -> !settledAhead.remove(parcel.request().id()))
                .ifPresentOrElse(outbox::add, () -> done.done(record.offset()));
    }

    /// Sends what is due, until nothing is or nobody is there.
    void work() {
        boolean recorded = record();
        while (recorded && !isOutage()) {
            List<Parcel> due = outbox.takeDue(clock.instant(), settings.batch());
            if (due.isEmpty()) {
                break;
            }
            sendOrKeep(due);
            recorded = record();
        }
        metrics.waiting(outbox.size());
    }

    boolean isFull() {
        return outbox.size() + unrecorded.size() >= settings.waiting();
    }

    /// How far each partition is finished, where that is further than was said before.
    Map<TopicPartition, Long> finished() {
        Map<TopicPartition, Long> finished = new HashMap<>();
        progress.forEach(
                (partition, done) -> {
                    if (done.hasNews()) {
                        finished.put(partition, done.finished());
                    }
                });
        return finished;
    }

    void committed(Map<TopicPartition, Long> offsets) {
        offsets.forEach(
                (partition, offset) -> {
                    Progress done = progress.get(partition);
                    if (done != null) {
                        done.committed(offset);
                    }
                });
    }

    private boolean isOutage() {
        return clock.instant().isBefore(nobodyThereUntil);
    }

    private void sendOrKeep(List<Parcel> due) {
        try {
            send(due);
        } catch (RuntimeException e) {
            LOG.error("{} messages could not be sent and are kept", due.size(), e);
            due.forEach(outbox::add);
            waitIf(true);
        }
    }

    private void send(List<Parcel> due) {
        List<Parcel> unsettled = due.stream().filter(this::isNotSettledLongAgo).toList();
        List<Outgoing> messages =
                unsettled.stream()
                        .map(p -> new Outgoing(p.complaint(), p.requestedAt(), p.request()))
                        .toList();
        List<Attempt> attempts = messages.isEmpty() ? List.of() : delivery.deliver(messages);
        boolean nobodyThere = false;
        for (int i = 0; i < attempts.size(); i++) {
            nobodyThere |=
                    conclude(verdicts.on(unsettled.get(i), attempts.get(i), clock.instant()));
        }
        waitIf(nobodyThere);
    }

    private boolean isNotSettledLongAgo(Parcel parcel) {
        boolean old = parcel.requestedAt().isBefore(clock.instant().minus(FRESH));
        if (old && ledger.isSettled(parcel.request().id())) {
            progress(parcel).done(parcel.offset());
            return false;
        }
        return true;
    }

    /// Returns whether nobody was there.
    private boolean conclude(Verdict verdict) {
        switch (verdict) {
            case Verdict.Settled settled -> {
                unrecorded.add(settled);
                count(settled);
            }
            case Verdict.Later later -> {
                outbox.add(later.parcel());
                metrics.settled(later.parcel().request().kind(), "put-off");
            }
            case Verdict.NobodyThere(Parcel parcel) -> outbox.add(parcel);
        }
        return verdict instanceof Verdict.NobodyThere;
    }

    private void waitIf(boolean nobodyThere) {
        if (nobodyThere) {
            outageLength++;
            Duration pause = outages.after(outageLength);
            nobodyThereUntil = clock.instant().plus(pause);
            LOG.warn(
                    "{} cannot be reached; {} messages wait, next try in {}",
                    delivery.name(),
                    outbox.size(),
                    pause);
        } else {
            outageLength = 0;
        }
    }

    /// Returns whether all outcomes so far are on the log.
    private boolean record() {
        if (unrecorded.isEmpty()) {
            return true;
        }
        List<RecordedNotification> now = unrecorded.stream().map(Verdict.Settled::fact).toList();
        try {
            facts.record(now);
        } catch (NotDurable e) {
            LOG.warn("{} outcomes are not on the log yet", now.size(), e);
            return false;
        }
        unrecorded.forEach(s -> progress(s.parcel()).done(s.parcel().offset()));
        unrecorded.clear();
        return true;
    }

    private Progress progress(Parcel parcel) {
        Progress found = progress.get(parcel.partition());
        if (found == null) {
            throw new IllegalStateException(parcel.partition() + " is not assigned");
        }
        return found;
    }

    private void count(Verdict.Settled settled) {
        var kind = settled.parcel().request().kind();
        switch (settled.fact().event()) {
            case NotificationSent _ -> {
                metrics.settled(kind, "sent");
                metrics.accepted(settled.parcel().requestedAt(), clock.instant());
            }
            case NotificationBounced _ -> metrics.settled(kind, "bounced");
            case NotificationFailed _ -> metrics.settled(kind, "failed");
            default -> throw new IllegalStateException("Not an outcome: " + settled.fact().type());
        }
    }
}
