package amends.deploy.bench;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.Original;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Contacts as intake writes them, each a complaint of its own; one of [#ONE_IN] is in a hurry.
final class TimerLoad implements AutoCloseable {

    static final CustomerTier PATIENT = new CustomerTier("standard");
    static final CustomerTier HURRIED = new CustomerTier("vip");
    private static final int ONE_IN = 20;
    private static final BrandName BRAND = new BrandName("Bench");
    private static final ChannelName CHANNEL = new ChannelName("web");
    private static final SourceName SOURCE = new SourceName("bench");
    private static final FreeText TEXT = new FreeText(Payload.TEXT);
    private static final Original ORIGINAL =
            new Original(new MediaTypeName("text/plain"), RawContent.of(new byte[0]));
    private static final int BATCHES_PER_SECOND = 50;

    private final KafkaProducer<String, byte[]> producer;

    TimerLoad(String kafka) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka,
                                "acks",
                                "all",
                                "compression.type",
                                "lz4",
                                "linger.ms",
                                5),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /// As fast as the broker takes them.
    void patient(String run, int count) {
        for (int i = 0; i < count; i++) {
            send(run + i, PATIENT);
        }
        producer.flush();
    }

    /// So many a second, evenly, whoever falls behind.
    void paced(String run, int perSecond, Duration time) throws InterruptedException {
        long began = System.nanoTime();
        long batches = time.toSeconds() * BATCHES_PER_SECOND;
        int size = perSecond / BATCHES_PER_SECOND;
        for (int batch = 0; batch < batches; batch++) {
            for (int i = 0; i < size; i++) {
                send(run + batch + "-" + i, i % ONE_IN == 0 ? HURRIED : PATIENT);
            }
            long next = began + TimeUnit.SECONDS.toNanos(1) * (batch + 1) / BATCHES_PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        producer.flush();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flushed before anything is counted
    private void send(String conversation, CustomerTier tier) {
        producer.send(Topics.CONTACTS.record(contact(conversation, tier)));
    }

    private static Contact contact(String conversation, CustomerTier tier) {
        Instant now = Instant.now();
        return new Contact(
                ComplaintId.derive(BRAND, CHANNEL, conversation),
                BRAND,
                new Customer(
                        CustomerId.derive(BRAND, IdentifiedBy.EMAIL, conversation),
                        IdentifiedBy.EMAIL,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        tier),
                new ContactContent(
                        ContactId.derive(SOURCE, conversation),
                        CHANNEL,
                        SOURCE,
                        now,
                        null,
                        new LanguageTag("en"),
                        null,
                        TEXT,
                        null,
                        List.of(),
                        List.of()),
                ORIGINAL,
                now);
    }

    @Override
    public void close() {
        producer.close();
    }
}
