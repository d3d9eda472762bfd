package amends.notification.log;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.view.Positions;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ConsumerSeekAware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// Copies the notifications topic into the delivery log. Where it stands is kept beside the data,
/// so an emptied database is filled again from the beginning.
class DeliveryLogView implements ConsumerSeekAware {

    /// Whoever has more than these to look at has one trouble, not many.
    static final int MOST_FAILURES = 500;

    private final DeliveryLog log;
    private final Positions positions;
    private final ConsumerRecordRecoverer deadLetters;

    DeliveryLogView(DeliveryLog log, Positions positions, ConsumerRecordRecoverer deadLetters) {
        this.log = log;
        this.positions = positions;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onPartitionsAssigned(
            Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        positions
                .of(assignments.keySet())
                .forEach((at, next) -> callback.seek(at.topic(), at.partition(), next));
    }

    @KafkaListener(
            id = "notification-log",
            topics = "amends.notifications",
            batch = "true",
            clientIdPrefix = "notification-log")
    void take(List<ConsumerRecord<String, byte[]>> records) {
        List<RecordedNotification> readable = readable(records);
        Collection<LogEntry> entries = entries(readable);
        log.save(entries);
        log.save(lists(readable));
        saveFailures(entries);
        positions.saveBehind(records);
    }

    private void saveFailures(Collection<LogEntry> entries) {
        SequencedSet<NotificationId> failed =
                entries.stream()
                        .filter(LogEntry::isFailure)
                        .map(LogEntry::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!failed.isEmpty()) {
            log.saveFailures(log.failures().with(failed).last(MOST_FAILURES));
        }
    }

    private List<RecordedNotification> readable(List<ConsumerRecord<String, byte[]>> records) {
        List<RecordedNotification> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                readable.add(Wire.read(record.value(), RecordedNotification.class));
            } catch (UnreadableMessage | IllegalArgumentException | NullPointerException e) {
                deadLetters.accept(record, e);
            }
        }
        return readable;
    }

    private Collection<LogEntry> entries(List<RecordedNotification> records) {
        Map<NotificationId, LogEntry> known =
                log.find(
                        records.stream()
                                .map(recorded -> recorded.event().id())
                                .collect(Collectors.toSet()));
        Map<NotificationId, LogEntry> entries = new LinkedHashMap<>();
        for (RecordedNotification recorded : records) {
            NotificationId id = recorded.event().id();
            LogEntry before = entries.getOrDefault(id, known.get(id));
            entries.put(id, before == null ? LogEntry.of(recorded) : before.after(recorded));
        }
        return entries.values();
    }

    private Map<ComplaintId, DeliveryLog.Notifications> lists(List<RecordedNotification> records) {
        Map<ComplaintId, SequencedSet<NotificationId>> added = new LinkedHashMap<>();
        for (RecordedNotification recorded : records) {
            added.computeIfAbsent(recorded.complaintId(), _ -> new LinkedHashSet<>())
                    .add(recorded.event().id());
        }
        Map<ComplaintId, DeliveryLog.Notifications> lists = log.of(added.keySet());
        added.forEach(
                (complaint, ids) ->
                        lists.put(
                                complaint,
                                lists.getOrDefault(complaint, DeliveryLog.Notifications.NONE)
                                        .with(ids)));
        return lists;
    }
}
