package amends.deploy.database;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;

import de.bwaldvogel.mongo.MongoServer;

import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/// The embedded database through MongoDB's own driver, closed and opened again.
class CompactBackendTest {

    private static final int MANY = 3_000;
    private static final Duration SAVE_EVERY = Duration.ofMillis(20);

    private Path file;

    @BeforeEach
    void fileOfItsOwn(@TempDir Path folder) {
        file = folder.resolve("views.mv");
    }

    @Test
    void everyTypeThatViewsUseIsReadBackAsItWasWritten() {
        Document document =
                new Document("_id", "one")
                        .append("text", "洗濯機が壊れた")
                        .append("count", 7)
                        .append("version", 7_000_000_000L)
                        .append("share", 0.5)
                        .append("open", true)
                        .append("at", new Date(1_790_000_000_000L))
                        .append("absent", null)
                        .append("list", Arrays.asList("a", 1, new Document("deep", List.of(2L))));

        opened(cases -> cases.insertOne(document));

        opened(cases -> assertThat(cases.find(eq("_id", "one")).first()).isEqualTo(document));
    }

    @Test
    void documentsAreFoundByIdOfAnyKindAfterManyWereReplaced() {
        opened(
                cases -> {
                    for (int i = 0; i < MANY; i++) {
                        Object id = i % 3 == 0 ? (Object) i : "case-" + i;
                        upsert(cases, new Document("_id", id).append("version", 1));
                        upsert(cases, new Document("_id", id).append("version", 2));
                    }
                });

        opened(
                cases -> {
                    assertThat(cases.countDocuments()).isEqualTo(MANY);
                    assertThat(cases.find(in("_id", 3, "case-2999")).into(new ArrayList<>()))
                            .hasSize(2)
                            .allMatch(found -> found.getInteger("version") == 2);
                });
    }

    @Test
    void nothingIsWrittenByJavaSerialisation() {
        opened(cases -> upsert(cases, new Document("_id", "one").append("version", 1)));

        CompactBackend backend = CompactBackend.in(file, SAVE_EVERY);
        MVStore store = backend.getMvStore();
        assertThat(store.openMap("databases.amends.cases").getValueType())
                .isInstanceOf(DocumentType.class);
        assertThat(store.openMap("amends.cases._index__id_").getKeyType())
                .isInstanceOf(KeyType.class);
        backend.close();
    }

    private void opened(Consumer<MongoCollection<Document>> use) {
        MongoServer server = new MongoServer(CompactBackend.in(file, SAVE_EVERY));
        String address = server.bindAndGetConnectionString();
        try (MongoClient client = MongoClients.create(address)) {
            use.accept(client.getDatabase("amends").getCollection("cases"));
        } finally {
            server.shutdownNow();
        }
    }

    private static void upsert(MongoCollection<Document> cases, Document document) {
        cases.replaceOne(
                eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }
}
