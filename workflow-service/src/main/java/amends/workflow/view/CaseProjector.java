package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.view.Positions;
import amends.contracts.wire.Topics;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;
import amends.workflow.view.LiveChanges.Change;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies the log of truth into cases: each batch becomes one read and one write, whatever it
/// holds. Where it stands is kept beside the cases, so that an emptied database fills itself again.
@Component
class CaseProjector implements ConsumerSeekAware {

    static final String GROUP = "amends.workflow.cases";
    private static final Logger LOG = LoggerFactory.getLogger(CaseProjector.class);

    private final CaseStore cases;
    private final RecentCases recent;
    private final Positions positions;
    private final BoardIndex board;
    private final LiveChanges live;
    private final CaseWatch watch;
    private final ConsumerRecordRecoverer deadLetters;

    CaseProjector(
            CaseStore cases,
            Positions positions,
            BoardIndex board,
            LiveChanges live,
            CaseWatch watch,
            ConsumerRecordRecoverer deadLetters) {
        this.cases = cases;
        this.recent = new RecentCases(cases);
        this.positions = positions;
        this.board = board;
        this.live = live;
        this.watch = watch;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onPartitionsAssigned(
            Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        recent.forget();
        positions
                .of(assignments.keySet())
                .forEach(
                        (partition, next) ->
                                callback.seek(partition.topic(), partition.partition(), next));
    }

    @KafkaListener(
            id = GROUP,
            topics = "amends.complaints",
            batch = "true",
            containerFactory = "viewListeners")
    void project(List<ConsumerRecord<String, byte[]>> batch) {
        List<RecordedEvent> events =
                batch.stream().flatMap(record -> read(record).stream()).toList();
        Map<ComplaintId, CaseFile> files = recent.get(ids(events));
        Set<ComplaintId> changed = new LinkedHashSet<>();
        events.forEach(event -> fold(event, files, changed));
        write(files, changed);
        watch.shown(events);
        positions.saveBehind(batch);
    }

    private Optional<RecordedEvent> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(Wire.read(record.value(), Topics.COMPLAINTS.type()));
        } catch (UnreadableMessage e) {
            deadLetters.accept(record, e);
            return Optional.empty();
        }
    }

    private static List<ComplaintId> ids(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::complaintId).distinct().toList();
    }

    private static void fold(
            RecordedEvent event, Map<ComplaintId, CaseFile> files, Set<ComplaintId> changed) {
        ComplaintId id = event.complaintId();
        CaseFile before = files.get(id);
        CaseFile.evolve(before, event)
                .ifPresentOrElse(
                        after -> {
                            files.put(id, after);
                            if (before == null || after.row().version() > before.row().version()) {
                                changed.add(id);
                            }
                        },
                        () -> LOG.warn("{} has events but no beginning; it is not shown", id));
    }

    private void write(Map<ComplaintId, CaseFile> files, Set<ComplaintId> changed) {
        List<CaseFile> written = changed.stream().map(files::get).toList();
        cases.write(written);
        recent.remember(written);
        written.forEach(file -> board.put(file.row()));
        live.publish(written.stream().map(file -> Change.of(file.row())).toList());
    }
}
