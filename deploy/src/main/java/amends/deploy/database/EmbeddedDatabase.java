package amends.deploy.database;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

import org.h2.mvstore.MVStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Speaks MongoDB's protocol on loopback and keeps its data in one file.
///
/// Arguments: folder, port. What was written less than a second before a crash may be lost, as if
/// it had come later.
public final class EmbeddedDatabase {

    private static final int CACHE_MB = 16;
    private static final int COMMIT_DELAY_MS = 500;

    private EmbeddedDatabase() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        MVStore store =
                new MVStore.Builder()
                        .fileName(folder.resolve("amends.mv").toString())
                        .cacheSize(CACHE_MB)
                        .open();
        store.setAutoCommitDelay(COMMIT_DELAY_MS);
        MongoServer server = new MongoServer(new H2Backend(store));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
        server.bind("127.0.0.1", Integer.parseInt(arguments[1]));
    }
}
