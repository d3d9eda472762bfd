package amends.intake.quarantine;

import amends.contracts.complaint.Actor;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.contracts.quarantine.QuarantineEvent.InputDiscarded;
import amends.contracts.quarantine.QuarantineEvent.InputEdited;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.QuarantineEvent.InputReleased;
import amends.contracts.quarantine.QuarantineEvent.InputSetAside;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.RecordedQuarantine;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What lies in quarantine, as documents in MongoDB, newest first.
final class QuarantineView {

    private static final Logger LOGGER = LoggerFactory.getLogger(QuarantineView.class);

    static final String QUARANTINED = "quarantined";
    static final String SET_ASIDE = "set-aside";
    static final Set<String> OPEN = Set.of(QUARANTINED, SET_ASIDE);
    private static final List<String> EDIT = List.of("editedContent", "editedBy", "editedAt");
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final String COLLECTION = "quarantine";

    private final MongoCollection<Document> collection;

    QuarantineView(MongoDatabase database) {
        collection = database.getCollection(COLLECTION);
    }

    void prepare() {
        collection.createIndex(
                Indexes.compoundIndex(Indexes.descending("at"), Indexes.ascending("_id")));
    }

    /// Writes a batch of events: one document, one write, however many events concern it.
    void write(List<RecordedQuarantine> events) {
        Map<String, Document> documents = new LinkedHashMap<>();
        for (RecordedQuarantine event : events) {
            String id = event.id().value();
            Document before = documents.containsKey(id) ? documents.get(id) : stored(event.id());
            Document after = after(before, event);
            if (after != null && Fit.fits(after)) {
                documents.put(id, after);
            } else if (after != null) {
                LOGGER.error(
                        "{} of {} is too large to be shown; it stays on the topic",
                        event.event().getClass().getSimpleName(),
                        id);
            }
        }
        List<ReplaceOneModel<Document>> writes =
                documents.entrySet().stream()
                        .map(
                                entry ->
                                        new ReplaceOneModel<>(
                                                Filters.eq("_id", entry.getKey()),
                                                entry.getValue(),
                                                new ReplaceOptions().upsert(true)))
                        .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }

    Optional<Document> find(QuarantineId id) {
        return Optional.ofNullable(stored(id));
    }

    /// One page, without the inputs themselves.
    List<Document> page(Selection wanted, @Nullable Cursor after, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("status", wanted.status()));
        if (wanted.reason() != null) {
            filters.add(Filters.eq("reason", wanted.reason()));
        }
        if (wanted.source() != null) {
            filters.add(Filters.eq("source", wanted.source()));
        }
        if (after != null) {
            filters.add(behind(after));
        }
        return collection
                .find(Filters.and(filters))
                .projection(Projections.exclude("content", "editedContent"))
                .sort(Sorts.orderBy(Sorts.descending("at"), Sorts.ascending("_id")))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Bson behind(Cursor after) {
        return Filters.or(
                Filters.lt("at", Date.from(after.at())),
                Filters.and(
                        Filters.eq("at", Date.from(after.at())), Filters.gt("_id", after.id())));
    }

    /// How many lie there and since when the oldest does; metrics can't wait long for it.
    Lying lying() {
        Bson lying = Filters.eq("status", QUARANTINED);
        MongoCollection<Document> within =
                collection.withTimeout(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        Document oldest =
                within.find(lying)
                        .projection(Projections.include("at"))
                        .sort(Sorts.ascending("at"))
                        .first();
        return oldest == null
                ? Lying.NOTHING
                : new Lying(within.countDocuments(lying), oldest.getDate("at").toInstant());
    }

    private @Nullable Document stored(QuarantineId id) {
        return collection.find(Filters.eq("_id", id.value())).first();
    }

    /// The same input that comes again stays what it is; a later retry only brings its reason up to
    /// date.
    private static @Nullable Document after(
            @Nullable Document before, RecordedQuarantine recorded) {
        return switch (recorded.event()) {
            case InputQuarantined input ->
                    before == null || OPEN.contains(before.getString("status"))
                            ? kept(before, recorded, input)
                            : before;
            case InputSetAside aside ->
                    before == null || before.getString("status").equals(QUARANTINED)
                            ? setAside(before, recorded, aside)
                            : before;
            case InputEdited edited -> edited(before, recorded, edited);
            case InputReleased released ->
                    ended(
                            before,
                            "released",
                            "contactId",
                            released.contact().value(),
                            named(released.by()));
            case InputDiscarded discarded ->
                    ended(
                            before,
                            "discarded",
                            "discardReason",
                            discarded.reason().value(),
                            named(discarded.by()));
        };
    }

    private static Document kept(
            @Nullable Document before, RecordedQuarantine recorded, InputQuarantined input) {
        Document document =
                document(before, recorded, QUARANTINED)
                        .append("channel", input.channel().value())
                        .append("reason", input.reason().value())
                        .append("detail", input.detail().value())
                        .append("mediaType", input.mediaType().value())
                        .append("content", input.content().value());
        return told(document, input.mapping(), input.idAtSource());
    }

    /// The input as it came stays beside.
    private static @Nullable Document edited(
            @Nullable Document before, RecordedQuarantine recorded, InputEdited edited) {
        return before == null || !OPEN.contains(before.getString("status"))
                ? before
                : new Document(before)
                        .append("editedContent", edited.content().value())
                        .append("editedBy", named(edited.by()))
                        .append("editedAt", Date.from(recorded.at()));
    }

    /// As the gateway names him.
    private static String named(Actor actor) {
        return actor.kind().name().toLowerCase(Locale.ROOT) + ":" + actor.name().value();
    }

    private static Document setAside(
            @Nullable Document before, RecordedQuarantine recorded, InputSetAside aside) {
        Document document =
                document(before, recorded, SET_ASIDE)
                        .append("channel", aside.channel().value())
                        .append(
                                "reason",
                                aside.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .append("detail", aside.detail().value())
                        .append("mediaType", aside.mediaType().value())
                        .append("content", aside.content().value());
        return told(document, aside.mapping(), aside.idAtSource());
    }

    private static Document told(
            Document document, @Nullable PolicyName mapping, @Nullable FreeText idAtSource) {
        if (mapping != null) {
            document.append("mapping", mapping.value());
        }
        if (idAtSource != null) {
            document.append("idAtSource", idAtSource.value());
        }
        return document;
    }

    private static Document document(
            @Nullable Document before, RecordedQuarantine recorded, String status) {
        Document document =
                new Document("_id", recorded.id().value())
                        .append("status", status)
                        .append(
                                "at",
                                before == null ? Date.from(recorded.at()) : before.getDate("at"))
                        .append("source", recorded.source().value());
        if (before != null && before.containsKey("editedContent")) {
            EDIT.forEach(name -> document.append(name, before.get(name)));
        }
        return document;
    }

    private static @Nullable Document ended(
            @Nullable Document before, String status, String name, String value, String by) {
        return before == null
                ? null
                : new Document(before)
                        .append("status", status)
                        .append(name, value)
                        .append("by", by);
    }
}
