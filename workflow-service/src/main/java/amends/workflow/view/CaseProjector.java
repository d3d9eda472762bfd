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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final ConsumerRecordRecoverer deadLetters;

    CaseProjector(
            CaseStore cases,
            Positions positions,
            BoardIndex board,
            LiveChanges live,
            ConsumerRecordRecoverer deadLetters) {
        this.cases = cases;
        this.recent = new RecentCases(cases);
        this.positions = positions;
        this.board = board;
        this.live = live;
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
        List<Placed> events = batch.stream().flatMap(record -> read(record).stream()).toList();
        Map<ComplaintId, CaseFile> files = recent.get(ids(events));
        Map<ComplaintId, String> changed = new LinkedHashMap<>();
        events.forEach(event -> fold(event, files, changed));
        write(files, changed);
        positions.saveBehind(batch);
    }

    private record Placed(RecordedEvent event, String position) {}

    private Optional<Placed> read(ConsumerRecord<String, byte[]> record) {
        try {
            RecordedEvent event = Wire.read(record.value(), Topics.COMPLAINTS.type());
            return Optional.of(new Placed(event, record.partition() + "-" + record.offset()));
        } catch (UnreadableMessage e) {
            deadLetters.accept(record, e);
            return Optional.empty();
        }
    }

    private static List<ComplaintId> ids(List<Placed> events) {
        return events.stream().map(placed -> placed.event().complaintId()).distinct().toList();
    }

    private static void fold(
            Placed placed, Map<ComplaintId, CaseFile> files, Map<ComplaintId, String> changed) {
        ComplaintId id = placed.event().complaintId();
        CaseFile before = files.get(id);
        CaseFile.evolve(before, placed.event())
                .ifPresentOrElse(
                        after -> {
                            files.put(id, after);
                            if (before == null || after.row().version() > before.row().version()) {
                                changed.put(id, placed.position());
                            }
                        },
                        () -> LOG.warn("{} has events but no beginning; it is not shown", id));
    }

    private void write(Map<ComplaintId, CaseFile> files, Map<ComplaintId, String> changed) {
        List<CaseFile> written = changed.keySet().stream().map(files::get).toList();
        cases.write(written);
        recent.remember(written);
        written.forEach(file -> board.put(file.row()));
        if (live.isWatched()) {
            live.publish(written.stream().map(file -> change(file.row(), changed)).toList());
        }
    }

    private static Change change(BoardRow row, Map<ComplaintId, String> positions) {
        return Change.of(positions.getOrDefault(row.id(), ""), row);
    }
}
