package amends.notification.log;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.notification.NotificationId;
import amends.contracts.wire.Wire;
import amends.notification.delivery.Ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;

import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// The delivery log in MongoDB: a document per notification, and one per complaint that lists its
/// notifications.
public final class DeliveryLog implements Ledger {

    private static final String FAILURES = "failures";
    private static final JsonWriterSettings JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final MongoCollection<Document> notifications;
    private final MongoCollection<Document> byComplaint;
    private final MongoCollection<Document> lists;

    DeliveryLog(MongoDatabase database) {
        notifications = database.getCollection("notifications");
        byComplaint = database.getCollection("notificationsOfComplaint");
        lists = database.getCollection("notificationLists");
    }

    public Optional<LogEntry> find(NotificationId id) {
        return Optional.ofNullable(notifications.find(Filters.eq("_id", id.value())).first())
                .map(document -> read(document, LogEntry.class));
    }

    /// Returns the ids of a complaint's notifications, oldest first.
    Notifications of(ComplaintId complaint) {
        return Optional.ofNullable(byComplaint.find(Filters.eq("_id", complaint.value())).first())
                .map(document -> read(document, Notifications.class))
                .orElseGet(() -> new Notifications(List.of()));
    }

    /// Returns the ids of the last notifications that did not reach their customer, oldest first.
    Notifications failures() {
        return Optional.ofNullable(lists.find(Filters.eq("_id", FAILURES)).first())
                .map(document -> read(document, Notifications.class))
                .orElseGet(() -> new Notifications(List.of()));
    }

    @Override
    public boolean isSettled(NotificationId id) {
        return find(id).map(LogEntry::isSettled).orElse(false);
    }

    void save(Collection<LogEntry> entries) {
        write(
                notifications,
                entries.stream().map(entry -> document(entry.id().value(), entry)).toList());
    }

    void save(Map<ComplaintId, Notifications> lists) {
        write(
                byComplaint,
                lists.entrySet().stream()
                        .map(list -> document(list.getKey().value(), list.getValue()))
                        .toList());
    }

    void saveFailures(Notifications failures) {
        write(lists, List.of(document(FAILURES, failures)));
    }

    /// Some notifications, oldest first.
    record Notifications(List<NotificationId> ids) {

        Notifications with(SequencedSet<NotificationId> more) {
            more.removeAll(ids);
            List<NotificationId> all = new java.util.ArrayList<>(ids);
            all.addAll(more);
            return new Notifications(List.copyOf(all));
        }

        Notifications last(int most) {
            return new Notifications(ids.subList(Math.max(0, ids.size() - most), ids.size()));
        }
    }

    private static void write(MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        collection.bulkWrite(
                documents.stream()
                        .map(
                                document ->
                                        new ReplaceOneModel<>(
                                                Filters.eq("_id", document.get("_id")),
                                                document,
                                                new ReplaceOptions().upsert(true)))
                        .toList());
    }

    private static Document document(String id, Object content) {
        return Document.parse(new String(Wire.write(content), StandardCharsets.UTF_8))
                .append("_id", id);
    }

    private static <T> T read(Document document, Class<T> type) {
        return Wire.read(document.toJson(JSON).getBytes(StandardCharsets.UTF_8), type);
    }
}
