package amends.contracts.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The next offset that a view has to read of each partition. It lives in the view's own database:
/// when that is emptied, the positions go with it and the view starts again from the beginning of
/// the log.
public final class Positions {

    private static final String COLLECTION = "positions";
    private static final String NEXT = "next";

    private final MongoCollection<Document> collection;
    private final String view;

    public Positions(MongoDatabase database, String view) {
        this.collection = database.getCollection(COLLECTION);
        this.view = view;
    }

    /// Returns where to go on for each partition; 0 where the view has seen nothing yet.
    public Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Document stored = collection.find(Filters.eq("_id", id(partition))).first();
            positions.put(partition, stored == null ? 0L : stored.getLong(NEXT));
        }
        return positions;
    }

    /// Remembers to go on behind these records; call it after what they bring is written.
    public void saveBehind(List<? extends ConsumerRecord<?, ?>> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<?, ?> record : records) {
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        save(next);
    }

    private void save(Map<TopicPartition, Long> next) {
        List<ReplaceOneModel<Document>> writes =
                next.entrySet().stream()
                        .map(
                                entry ->
                                        new ReplaceOneModel<>(
                                                Filters.eq("_id", id(entry.getKey())),
                                                new Document("_id", id(entry.getKey()))
                                                        .append(NEXT, entry.getValue()),
                                                new ReplaceOptions().upsert(true)))
                        .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }

    private String id(TopicPartition partition) {
        return view + "/" + partition;
    }
}
