package amends.workflow.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.CustomerId;
import amends.workflow.complaint.Status;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The cases in MongoDB: read and written whole, by id. Only [#page], those of customers and
/// [#forEachReceived] look at other fields; so do [CareStore] and [AwaitedStore].
@Component
public class CaseStore {

    static final String COLLECTION = "cases";
    private static final int AT_ONCE = 200;

    private final MongoCollection<Document> collection;

    CaseStore(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    void createIndexes() {
        Bson newestFirst = Indexes.descending(CaseBson.RECEIVED_AT, "_id");
        collection.createIndex(newestFirst);
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseBson.QUEUE), newestFirst));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseBson.OWNER), newestFirst));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseBson.CUSTOMER), newestFirst));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseBson.OFFERED_FOR), newestFirst));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseBson.JUDGED), newestFirst));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseBson.AWAITS), newestFirst));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseBson.POINTS), newestFirst),
                new IndexOptions().partialFilterExpression(exists(CaseBson.POINTS)));
    }

    public Optional<CaseFile> find(ComplaintId id) {
        return Optional.ofNullable(collection.find(eq("_id", id.value())).first())
                .map(CaseBson::read);
    }

    /// What happened to a case after a version, as far as is known here.
    public List<TimelineEntry> since(ComplaintId id, long version) {
        return find(id).map(file -> file.since(version)).orElse(List.of());
    }

    /// The cases of some customers, newest first.
    public List<CaseFile> ofCustomers(Collection<CustomerId> customers, int most) {
        return newest(by(customers), most);
    }

    /// Those of them that came between two instants, newest first.
    public List<CaseFile> ofCustomers(
            Collection<CustomerId> customers, Instant from, Instant to, int most) {
        return newest(
                and(
                        by(customers),
                        gte(CaseBson.RECEIVED_AT, Date.from(from)),
                        lte(CaseBson.RECEIVED_AT, Date.from(to))),
                most);
    }

    /// The cases of others who used one of these, newest first.
    ///
    /// @param but those who are not asked for
    public List<CaseFile> reachedBy(ContactPoints points, Collection<CustomerId> but, int most) {
        return newest(and(in(CaseBson.POINTS, points.all()), nor(by(but))), most);
    }

    private List<CaseFile> newest(Bson filter, int most) {
        return collection
                .find(filter)
                .sort(Sorts.descending(CaseBson.RECEIVED_AT, "_id"))
                .limit(most)
                .map(CaseBson::read)
                .into(new ArrayList<>());
    }

    /// Their lines on the board alone, newest first.
    public List<BoardRow> rowsOf(Collection<CustomerId> customers, int most) {
        return collection
                .find(by(customers))
                .sort(Sorts.descending(CaseBson.RECEIVED_AT, "_id"))
                .limit(most)
                .projection(Projections.include(CaseBson.ROW))
                .map(CaseBson::readRow)
                .into(new ArrayList<>());
    }

    /// How many complaints they have made; one that another stands for counts with that.
    public int countOf(Collection<CustomerId> customers) {
        return (int)
                collection.countDocuments(
                        and(by(customers), ne(CaseBson.STATUS, Status.MERGED.toString())));
    }

    private static Bson by(Collection<CustomerId> customers) {
        return in(CaseBson.CUSTOMER, customers.stream().map(CustomerId::value).toList());
    }

    public Map<ComplaintId, CaseFile> find(Collection<ComplaintId> ids) {
        Map<ComplaintId, CaseFile> found = new HashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(withId(ids))
                    .map(CaseBson::read)
                    .forEach(file -> found.put(file.row().id(), file));
        }
        return found;
    }

    void write(Collection<CaseFile> files) {
        List<ReplaceOneModel<Document>> writes =
                files.stream()
                        .map(CaseBson::write)
                        .map(
                                document ->
                                        new ReplaceOneModel<>(
                                                eq("_id", document.get("_id")),
                                                document,
                                                new ReplaceOptions().upsert(true)))
                        .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    void forEachOpen(Consumer<BoardRow> reader) {
        collection
                .find(eq(CaseBson.OPEN, true))
                .projection(Projections.include(CaseBson.ROW))
                .map(CaseBson::readRow)
                .forEach(reader);
    }

    /// The complaints that are still worked on.
    public List<ComplaintId> open() {
        List<ComplaintId> ids = new ArrayList<>();
        forEachOpen(row -> ids.add(row.id()));
        return ids;
    }

    /// Shows the cases received from `from` on and before `to`, newest first, one by one as the
    /// database hands them out.
    ///
    /// @param reader says whether it wants another one
    public void forEachReceived(Instant from, Instant to, Predicate<CaseFile> reader) {
        Bson received =
                and(
                        gte(CaseBson.RECEIVED_AT, Date.from(from)),
                        lt(CaseBson.RECEIVED_AT, Date.from(to)));
        try (MongoCursor<CaseFile> cases =
                collection
                        .find(received)
                        .sort(Sorts.descending(CaseBson.RECEIVED_AT, "_id"))
                        .batchSize(AT_ONCE)
                        .map(CaseBson::read)
                        .iterator()) {
            while (cases.hasNext() && reader.test(cases.next())) {
                // the reader does the work
            }
        }
    }

    /// Cases, newest contact first.
    public Page<BoardRow> page(CaseQuery query) {
        List<BoardRow> rows =
                collection
                        .find(filter(query))
                        .sort(Sorts.descending(CaseBson.RECEIVED_AT, "_id"))
                        .limit(query.limit() + 1)
                        .projection(Projections.include(CaseBson.ROW))
                        .map(CaseBson::readRow)
                        .into(new ArrayList<>());
        if (rows.size() <= query.limit()) {
            return new Page<>(rows, null);
        }
        List<BoardRow> shown = rows.subList(0, query.limit());
        BoardRow last = shown.getLast();
        return new Page<>(shown, Cursor.write(last.receivedAt().toEpochMilli(), last.id()));
    }

    private static Bson filter(CaseQuery query) {
        List<Bson> filters = new ArrayList<>();
        if (query.queue() != null) {
            filters.add(eq(CaseBson.QUEUE, query.queue().value()));
        }
        if (query.status() != null) {
            filters.add(eq(CaseBson.STATUS, query.status().toString()));
        }
        if (query.owner() != null) {
            filters.add(eq(CaseBson.OWNER, query.owner().value()));
        }
        if (query.cursor() != null) {
            filters.add(after(Cursor.read(query.cursor(), 2)));
        }
        return filters.isEmpty() ? Filters.empty() : and(filters);
    }

    private static Bson after(List<String> cursor) {
        Date receivedAt = Date.from(Instant.ofEpochMilli(Long.parseLong(cursor.getFirst())));
        return or(
                lt(CaseBson.RECEIVED_AT, receivedAt),
                and(eq(CaseBson.RECEIVED_AT, receivedAt), lt("_id", cursor.getLast())));
    }

    private static Bson withId(Collection<ComplaintId> ids) {
        return in("_id", ids.stream().map(ComplaintId::value).toList());
    }
}
