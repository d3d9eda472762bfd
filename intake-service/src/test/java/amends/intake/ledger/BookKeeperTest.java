package amends.intake.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

class BookKeeperTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:30Z");
    private static final SourceName MAIL = new SourceName("mail");

    private final MockProducer<String, byte[]> topic =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final CountDownLatch refused = new CountDownLatch(2);
    private volatile boolean readable = true;

    @Test
    void theBooksOfBeforeAreFetchedAsSoonAsTheyCanBeRead() throws InterruptedException {
        Conservation before = accepted("c1");
        shelf(before).save();
        readable = false;
        Conservation books = accepted("c2");
        BookKeeper keeper =
                new BookKeeper(
                        books,
                        new Remainders(Duration.ofMinutes(10)),
                        shelf(books),
                        Duration.ofMillis(20),
                        InstantSource.fixed(NOON));
        keeper.start();
        refused.await();
        assertThat(books.areFetched()).isFalse();
        readable = true;
        await().atMost(Duration.ofSeconds(30)).until(books::areFetched);
        keeper.stop();

        Conservation after = new Conservation("one", Duration.ofMinutes(10));
        shelf(after).load();
        assertThat(after.since(Instant.EPOCH))
                .as("neither the old nor the new is lost")
                .extracting(SourceMinute::received)
                .containsExactly(2L);
        assertThat(after.missing(NOON.plus(Duration.ofHours(1))).contacts())
                .extracting(Conservation.MissingContact::contactId)
                .containsExactlyInAnyOrder("c1", "c2");
    }

    private BookShelf shelf(Conservation books) {
        return new BookShelf(books, topic, this::consumer, InstantSource.fixed(NOON));
    }

    /// Reads what was written so far; for a while nothing can be read.
    private Consumer<String, byte[]> consumer() {
        if (!readable) {
            refused.countDown();
            throw new KafkaException("Not at this moment");
        }
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        String name = Topics.LEDGER.name();
        TopicPartition partition = new TopicPartition(name, 0);
        List<ProducerRecord<String, byte[]>> written = topic.history();
        consumer.updatePartitions(name, List.of(new PartitionInfo(name, 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, (long) written.size()));
        consumer.schedulePollTask(
                () -> {
                    for (int at = 0; at < written.size(); at++) {
                        consumer.addRecord(
                                new ConsumerRecord<>(
                                        name,
                                        0,
                                        at,
                                        written.get(at).key(),
                                        written.get(at).value()));
                    }
                });
        return consumer;
    }

    private static Conservation accepted(String contact) {
        Conservation books = new Conservation("one", Duration.ofMinutes(10));
        Ticket ticket = books.ticket(MAIL, NOON, contact);
        books.received(MAIL, NOON);
        books.waitFor(ticket, new ContactId(contact), NOON);
        return books;
    }
}
