package amends.analytics.view;

import amends.contracts.figure.Figure;
import amends.contracts.figure.FigureView;
import amends.contracts.view.Positions;
import amends.contracts.wire.Topics;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;

import com.mongodb.client.MongoDatabase;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Copies the topic of figures into MongoDB. Every instance reads all of it, because every instance
/// keeps the order of the figures in memory; writing whole documents twice changes nothing.
@Component("view")
final class FigureCopying implements ConsumerSeekAware, HealthIndicator {

    private final FigureStore store;
    private final Positions positions;
    private final List<FigureView> views;
    private final DeadLetterPublishingRecoverer deadLetters;
    private final AtomicBoolean assigned = new AtomicBoolean();

    FigureCopying(
            FigureStore store,
            MongoDatabase database,
            List<FigureView> views,
            DeadLetterPublishingRecoverer deadLetters) {
        this.store = store;
        this.positions = new Positions(database, "figures");
        this.views = views;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onPartitionsAssigned(
            Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        Map<TopicPartition, Long> next = positions.of(assignments.keySet());
        views.forEach(store::recall);
        next.forEach(
                (partition, offset) ->
                        callback.seek(partition.topic(), partition.partition(), offset));
        assigned.set(true);
    }

    @KafkaListener(
            id = "figures",
            topics = "#{T(amends.contracts.wire.Topics).FIGURES.name()}",
            groupId = "amends-analytics-view-${random.uuid}",
            batch = "true")
    void copy(List<ConsumerRecord<String, byte[]>> records) {
        List<Figure> figures = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Figure figure = read(record);
            if (figure != null) {
                figures.add(figure);
            }
        }
        store.write(figures);
        positions.saveBehind(records);
    }

    private @Nullable Figure read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return Wire.read(record.value(), Topics.FIGURES.type());
        } catch (UnreadableMessage e) {
            deadLetters.accept(record, e);
            return null;
        }
    }

    @Override
    public Health health() {
        return assigned.get() ? Health.up().build() : Health.down().build();
    }
}
