package amends.deploy.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Keeps documents as BSON and index keys as their values. The library would write both with Java's
/// serialisation, and compare two keys by serialising them: four fifths of the processor time of an
/// import's database.
final class CompactBackend extends H2Backend {

    private static final int CACHE_MB = 16;
    private static final int NEVER = 0;

    private final QuietSaves saves;

    private CompactBackend(MVStore store, Duration saveEvery) {
        super(store);
        this.saves = new QuietSaves(store, saveEvery);
    }

    /// @throws MVStoreException when the file is damaged
    static CompactBackend in(Path file, Duration saveEvery) {
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .cacheSize(CACHE_MB)
                        .autoCommitDisabled()
                        .autoCommitBufferSize(NEVER)
                        .autoCompactFillRate(NEVER)
                        .open();
        try {
            return new CompactBackend(store, saveEvery);
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /// Drivers of our time write by messages only.
    @Override
    public Document handleMessage(MongoMessage message) {
        return saves.during(() -> super.handleMessage(message));
    }

    @Override
    public void close() {
        saves.close();
        super.close();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new Database(databaseName, getMvStore(), getCursorRegistry());
    }

    /// A map that is open already is taken as it is; therefore it is opened here first.
    private static final class Database extends H2Database {

        private final MVStore store;

        Database(String name, MVStore store, CursorRegistry cursors) {
            this.store = store;
            super(name, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(
                String collection, CollectionOptions options) {
            store.openMap(
                    "databases." + getDatabaseName() + "." + collection,
                    new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
            return super.openOrCreateCollection(collection, options);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            store.openMap(
                    getDatabaseName() + "." + collection + "._index_" + index,
                    new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }
    }
}
