package amends.intake.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

class BookKeeperTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:30Z");
    private static final SourceName MAIL = new SourceName("mail");

    /// A database of which nothing can be read for a while.
    private static final class Unread extends MemoryBackend {

        private final CountDownLatch refused = new CountDownLatch(2);
        private volatile boolean readable = true;

        @Override
        public Document handleMessage(MongoMessage message) {
            if (!readable && message.getDocument().containsKey("find")) {
                refused.countDown();
                throw new MongoServerException("Not at this moment");
            }
            return super.handleMessage(message);
        }
    }

    private final Unread backend = new Unread();
    private final MongoServer server = new MongoServer(backend);
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoDatabase database = client.getDatabase("t");

    @AfterEach
    void stop() {
        client.close();
        server.shutdown();
    }

    @Test
    void theBooksOfBeforeAreFetchedAsSoonAsTheyCanBeRead() throws InterruptedException {
        Conservation before = accepted("c1");
        new BookShelf(database, before).save();
        backend.readable = false;
        Conservation books = accepted("c2");
        BookKeeper keeper =
                new BookKeeper(
                        books,
                        new BookShelf(database, books),
                        Duration.ofMillis(20),
                        InstantSource.fixed(NOON));
        keeper.start();
        backend.refused.await();
        assertThat(books.areFetched()).isFalse();
        backend.readable = true;
        await().atMost(Duration.ofSeconds(30)).until(books::areFetched);
        keeper.stop();

        Conservation after = new Conservation("one", Duration.ofMinutes(10));
        new BookShelf(database, after).load();
        assertThat(after.since(Instant.EPOCH))
                .as("neither the old nor the new is lost")
                .extracting(SourceMinute::received)
                .containsExactly(2L);
        assertThat(after.missing(NOON.plus(Duration.ofHours(1))).contacts())
                .extracting(Conservation.MissingContact::contactId)
                .containsExactlyInAnyOrder("c1", "c2");
    }

    private static Conservation accepted(String contact) {
        Conservation books = new Conservation("one", Duration.ofMinutes(10));
        Ticket ticket = books.ticket(MAIL, NOON, contact);
        books.received(MAIL, NOON);
        books.waitFor(ticket, new ContactId(contact), NOON);
        return books;
    }
}
