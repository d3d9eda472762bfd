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

    /// The UID to go on with. A server that numbers its mails anew shows it by another validity.
    long next(String mailbox, long validity) {
        Document kept = collection.find(Filters.eq("_id", mailbox)).first();
        return kept != null && kept.getLong("validity") == validity ? kept.getLong("next") : FIRST;
    }

    void save(String mailbox, long validity, long next) {
        collection.replaceOne(
                Filters.eq("_id", mailbox),
                new Document("_id", mailbox).append("validity", validity).append("next", next),
                new ReplaceOptions().upsert(true));
    }
}
