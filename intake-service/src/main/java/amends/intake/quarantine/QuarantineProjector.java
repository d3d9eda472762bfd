package amends.intake.quarantine;

import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.view.Positions;
import amends.contracts.wire.Topics;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ConsumerSeekAware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Keeps the quarantine view up to date with its topic, from the position that lies beside the
/// data.
class QuarantineProjector implements ConsumerSeekAware {

    private final QuarantineView view;
    private final Positions positions;
    private final ConsumerRecordRecoverer deadLetters;

    QuarantineProjector(
            QuarantineView view, Positions positions, ConsumerRecordRecoverer deadLetters) {
        this.view = view;
        this.positions = positions;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onPartitionsAssigned(
            Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        positions
                .of(assignments.keySet())
                .forEach(
                        (partition, next) ->
                                callback.seek(partition.topic(), partition.partition(), next));
    }

    @KafkaListener(
            id = "quarantine-view",
            topics = "amends.quarantine",
            batch = "true",
            containerFactory = "quarantineListeners")
    void follow(List<ConsumerRecord<String, byte[]>> records) {
        List<RecordedQuarantine> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : records) {
            try {
                events.add(Wire.read(message.value(), Topics.QUARANTINE.type()));
            } catch (UnreadableMessage e) {
                deadLetters.accept(message, e);
            }
        }
        view.write(events);
        positions.saveBehind(records);
    }
}
