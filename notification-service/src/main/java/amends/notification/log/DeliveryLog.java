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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

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
        return Optional.ofNullable(find(Set.of(id)).get(id));
    }

    /// Returns those that are known, in one question.
    Map<NotificationId, LogEntry> find(Set<NotificationId> ids) {
        Map<NotificationId, LogEntry> found = new HashMap<>();
        for (Document document : among(notifications, ids, NotificationId::value)) {
            LogEntry entry = read(document, LogEntry.class);
            found.put(entry.id(), entry);
        }
        return found;
    }

    /// Returns them in their order.
    List<LogEntry> entries(Notifications listed) {
        Map<NotificationId, LogEntry> found = find(Set.copyOf(listed.ids()));
        return listed.ids().stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /// Returns the ids of a complaint's notifications, oldest first.
    Notifications of(ComplaintId complaint) {
        return of(Set.of(complaint)).getOrDefault(complaint, Notifications.NONE);
    }

    /// Returns those of the complaints that have any, in one question.
    Map<ComplaintId, Notifications> of(Set<ComplaintId> complaints) {
        Map<ComplaintId, Notifications> found = new HashMap<>();
        for (Document document : among(byComplaint, complaints, ComplaintId::value)) {
            found.put(
                    new ComplaintId(document.getString("_id")),
                    read(document, Notifications.class));
        }
        return found;
    }

    private static <T> Iterable<Document> among(
            MongoCollection<Document> collection, Set<T> wanted, Function<T, String> id) {
        return collection.find(Filters.in("_id", wanted.stream().map(id).toList()));
    }

    /// Returns the ids of the last notifications that did not reach their customer, oldest first.
    Notifications failures() {
        return Optional.ofNullable(lists.find(Filters.eq("_id", FAILURES)).first())
                .map(document -> read(document, Notifications.class))
                .orElse(Notifications.NONE);
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

        static final Notifications NONE = new Notifications(List.of());

        Notifications with(SequencedSet<NotificationId> more) {
            more.removeAll(ids);
            List<NotificationId> all = new ArrayList<>(ids);
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
