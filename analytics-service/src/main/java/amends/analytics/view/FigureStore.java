package amends.analytics.view;

import amends.contracts.figure.Figure;
import amends.contracts.figure.FigureView;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The figures in MongoDB: one collection per view, whole documents by `_id`.
@Component
final class FigureStore {

    private static final String ID = "_id";
    private static final String COMPUTED_AT = "computedAt";
    private static final String DOCUMENT = "document";

    private final MongoDatabase database;
    private final List<FigureWatcher> watchers;

    FigureStore(MongoDatabase database, List<FigureWatcher> watchers) {
        this.database = database;
        this.watchers = watchers;
    }

    /// Tells the watchers what is there already.
    void recall(FigureView view) {
        for (Document stored : collection(view).find()) {
            tell(view, stored);
        }
    }

    /// Several figures of the same id become one write of the last one.
    void write(List<Figure> figures) {
        Map<FigureView, Map<String, Document>> last = new HashMap<>();
        figures.forEach(
                figure ->
                        last.computeIfAbsent(figure.view(), _ -> new HashMap<>())
                                .put(figure.id().value(), stored(figure)));
        last.forEach(
                (view, documents) -> {
                    replace(view, documents);
                    documents.values().forEach(document -> tell(view, document));
                });
    }

    private void replace(FigureView view, Map<String, Document> documents) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        documents.forEach(
                (id, document) ->
                        writes.add(
                                new ReplaceOneModel<>(
                                        Filters.eq(ID, id),
                                        document,
                                        new ReplaceOptions().upsert(true))));
        collection(view).bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    List<Document> byIds(FigureView view, List<String> ids) {
        Map<String, Document> found = new HashMap<>();
        for (Document stored : collection(view).find(Filters.in(ID, ids))) {
            found.put(stored.getString(ID), stored.get(DOCUMENT, Document.class));
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Nullable Document byId(FigureView view, String id) {
        Document stored = collection(view).find(Filters.eq(ID, id)).first();
        return stored == null ? null : stored.get(DOCUMENT, Document.class);
    }

    private void tell(FigureView view, Document stored) {
        Instant computedAt = stored.getDate(COMPUTED_AT).toInstant();
        Document document = stored.get(DOCUMENT, Document.class);
        watchers.forEach(
                watcher -> watcher.taken(view, stored.getString(ID), computedAt, document));
    }

    private static Document stored(Figure figure) {
        return new Document(ID, figure.id().value())
                .append(COMPUTED_AT, Date.from(figure.computedAt()))
                .append(DOCUMENT, Document.parse(figure.document().toString()));
    }

    private MongoCollection<Document> collection(FigureView view) {
        return database.getCollection(view.value());
    }
}
