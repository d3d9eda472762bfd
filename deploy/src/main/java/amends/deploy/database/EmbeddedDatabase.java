package amends.deploy.database;

import de.bwaldvogel.mongo.MongoServer;

import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/// Speaks MongoDB's protocol on loopback and keeps its data in one file.
///
/// Arguments: folder, port. What was written less than a second before a crash may be lost, as if
/// it had come later.
public final class EmbeddedDatabase {

    private static final Duration SAVE_EVERY = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private EmbeddedDatabase() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        MongoServer server = new MongoServer(readable(folder.resolve("views.mv")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
        server.bind("127.0.0.1", Integer.parseInt(arguments[1]));
    }

    /// A damaged file is set aside: it holds views alone, which the log rebuilds.
    private static CompactBackend readable(Path file) throws IOException {
        try {
            return CompactBackend.in(file, SAVE_EVERY);
        } catch (MVStoreException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            LOG.warn("{} cannot be read; it becomes {} and the views are rebuilt", file, aside, e);
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return CompactBackend.in(file, SAVE_EVERY);
        }
    }
}
