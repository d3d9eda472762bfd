package amends.intake.ledger;

import amends.intake.ledger.MinuteBook.Waiting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;

import org.bson.Document;

import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the books in MongoDB, one document a minute. Each holds the positions up to which answers
/// are booked in it, so that reading an answer twice books it once.
final class BookShelf {

    private static final String COLLECTION = "intake-ledger";

    private final MongoCollection<Document> collection;
    private final Conservation books;
    private final Set<Long> shelved = new HashSet<>();

    BookShelf(MongoDatabase database, Conservation books) {
        this.collection = database.getCollection(COLLECTION);
        this.books = books;
    }

    void load() {
        List<Document> kept =
                collection.find(Filters.eq("instance", books.instance())).into(new ArrayList<>());
        synchronized (books) {
            for (Document document : kept) {
                if (document.containsKey("minute")) {
                    read(document);
                } else {
                    books.positions().putAll(positions(document));
                }
            }
            books.restored();
            books.fetched();
        }
    }

    /// Writes what has changed, the minutes before the position to go on from.
    void save() {
        List<MinuteBook> written = new ArrayList<>();
        List<WriteModel<Document>> writes = new ArrayList<>();
        Document next;
        synchronized (books) {
            Document positions = new Document();
            books.positions().forEach((partition, at) -> positions.append("" + partition, at));
            next = new Document("positions", positions);
            for (MinuteBook book : books.books().values()) {
                if (book.isChanged()) {
                    writes.add(replaced(id(book.minute()), document(book, positions)));
                    written.add(book);
                    book.saved();
                }
            }
            shelved.stream()
                    .filter(minute -> !books.books().containsKey(minute))
                    .map(minute -> new DeleteOneModel<Document>(Filters.eq("_id", id(minute))))
                    .forEach(writes::add);
        }
        if (!writes.isEmpty()) {
            writes.add(replaced(books.instance() + "/positions", next));
            write(writes, written);
        }
    }

    private void write(List<WriteModel<Document>> writes, List<MinuteBook> written) {
        boolean done = false;
        try {
            collection.bulkWrite(writes);
            done = true;
        } finally {
            synchronized (books) {
                if (done) {
                    shelved.retainAll(books.books().keySet());
                    written.forEach(book -> shelved.add(book.minute()));
                } else {
                    written.forEach(MinuteBook::notSaved);
                }
            }
        }
    }

    private ReplaceOneModel<Document> replaced(String id, Document document) {
        document.append("_id", id).append("instance", books.instance());
        return new ReplaceOneModel<>(
                Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    private String id(long minute) {
        return books.instance() + "/" + minute;
    }

    private static Document document(MinuteBook book, Document positions) {
        List<Document> rows =
                book.rows().stream()
                        .map(
                                row ->
                                        new Document("source", row.source())
                                                .append("received", row.received())
                                                .append("fates", fates(row.fates())))
                        .toList();
        List<Document> waiting = new ArrayList<>();
        book.waiting()
                .forEach(
                        (correlation, contacts) ->
                                contacts.forEach(
                                        each ->
                                                waiting.add(
                                                        new Document("correlation", correlation)
                                                                .append("contact", each.contact())
                                                                .append("source", each.source())
                                                                .append(
                                                                        "since",
                                                                        Date.from(each.since())))));
        return new Document("minute", book.minute())
                .append("rows", rows)
                .append("waiting", waiting)
                .append("positions", positions);
    }

    private static Document fates(Map<Fate, Long> fates) {
        Document document = new Document();
        fates.forEach((fate, count) -> document.append(fate.name(), count));
        return document;
    }

    private void read(Document document) {
        long minute = document.getLong("minute");
        MinuteBook book = books.books().computeIfAbsent(minute, MinuteBook::new);
        boolean changed = book.isChanged();
        for (Document row : document.getList("rows", Document.class)) {
            Map<Fate, Long> fates = new EnumMap<>(Fate.class);
            row.get("fates", Document.class)
                    .forEach((name, count) -> fates.put(Fate.valueOf(name), (Long) count));
            book.restore(row.getString("source"), row.getLong("received"), fates);
        }
        for (Document each : document.getList("waiting", Document.class)) {
            book.waitFor(
                    each.getString("correlation"),
                    new Waiting(
                            each.getString("contact"),
                            each.getString("source"),
                            each.getDate("since").toInstant()));
        }
        book.positions().putAll(positions(document));
        if (!changed) {
            book.saved();
        }
        shelved.add(minute);
    }

    private static Map<Integer, Long> positions(Document document) {
        Map<Integer, Long> positions = new HashMap<>();
        document.get("positions", Document.class)
                .forEach((partition, at) -> positions.put(Integer.valueOf(partition), (Long) at));
        return positions;
    }
}
