package amends.intake.mailbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;

import org.bson.Document;

/// How far each mailbox is read. When it is lost, mailboxes are read again from their beginning,
/// and every mail turns out to be known.
final class MailboxPositions {

    private static final String COLLECTION = "intake-mailboxes";
    private static final long FIRST = 1;

    private final MongoCollection<Document> collection;

    MailboxPositions(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    /// How far one is read.
    ///
    /// @param next the UID to go on with
    /// @param fetched those before it that were taken
    record Position(long next, UidSet fetched) {

        static Position before(long next) {
            return new Position(next, UidSet.before(next));
        }
    }

    /// A server that numbers its mails anew shows it by another validity.
    Position of(String mailbox, long validity) {
        Document kept = collection.find(Filters.eq("_id", mailbox)).first();
        if (kept == null || kept.getLong("validity") != validity) {
            return Position.before(FIRST);
        }
        String fetched = kept.getString("fetched");
        long next = kept.getLong("next");
        return fetched == null ? Position.before(next) : new Position(next, UidSet.parse(fetched));
    }

    void save(String mailbox, long validity, Position position) {
        collection.replaceOne(
                Filters.eq("_id", mailbox),
                new Document("_id", mailbox)
                        .append("validity", validity)
                        .append("next", position.next())
                        .append("fetched", position.fetched().toString()),
                new ReplaceOptions().upsert(true));
    }
}
