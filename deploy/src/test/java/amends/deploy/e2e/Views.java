package amends.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import org.bson.Document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// The MongoDB views as they are stored.
final class Views {

    /// It tells how far a view has read, not what it shows.
    private static final String POSITIONS = "positions";

    /// It tells when a figure was computed; one computed again from the same log is the same
    /// figure.
    private static final String COMPUTED_AT = "computedAt";

    private Views() {}

    /// The content once it has stopped changing.
    static Map<String, List<String>> settled(String uri) {
        AtomicReference<Map<String, List<String>>> last = new AtomicReference<>(Map.of());
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> content(uri),
                        now -> !now.isEmpty() && now.equals(last.getAndSet(now)));
    }

    /// All documents of all views, in an order that can be compared.
    static Map<String, List<String>> content(String uri) {
        return with(
                uri,
                database -> {
                    Map<String, List<String>> content = new TreeMap<>();
                    for (String name : database.listCollectionNames()) {
                        if (!name.equals(POSITIONS)) {
                            content.put(name, documents(database, name));
                        }
                    }
                    return content;
                });
    }

    private static List<String> documents(MongoDatabase database, String collection) {
        List<String> documents = new ArrayList<>();
        for (Document document : database.getCollection(collection).find()) {
            document.remove(COMPUTED_AT);
            documents.add(String.valueOf(inOrder(document)));
        }
        documents.sort(null);
        return documents;
    }

    /// The same fields in another order are the same document.
    private static Object inOrder(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> fields -> {
                Map<String, Object> sorted = new TreeMap<>();
                fields.forEach((name, field) -> sorted.put(String.valueOf(name), inOrder(field)));
                yield sorted;
            }
            case List<?> elements -> elements.stream().map(Views::inOrder).toList();
            default -> String.valueOf(value);
        };
    }

    static Map<String, Long> caseVersions(String uri) {
        return with(
                uri,
                database -> {
                    Map<String, Long> versions = new HashMap<>();
                    for (Document document : database.getCollection("cases").find()) {
                        versions.put(
                                document.getString("_id"),
                                document.get("version", Number.class).longValue());
                    }
                    return versions;
                });
    }

    static void drop(String uri) {
        with(
                uri,
                database -> {
                    for (String name : database.listCollectionNames()) {
                        database.getCollection(name).drop();
                    }
                    return true;
                });
    }

    static void awaitSame(String uri, Map<String, List<String>> expected) {
        await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            Map<String, List<String>> now = content(uri);
                            assertThat(now.keySet()).isEqualTo(expected.keySet());
                            expected.forEach(
                                    (view, documents) ->
                                            assertThat(now.get(view))
                                                    .as(view)
                                                    .isEqualTo(documents));
                        });
    }

    private static <T> T with(String uri, Function<MongoDatabase, T> work) {
        String name = new ConnectionString(uri).getDatabase();
        try (MongoClient client = MongoClients.create(uri)) {
            return work.apply(client.getDatabase(name == null ? "amends" : name));
        }
    }
}
