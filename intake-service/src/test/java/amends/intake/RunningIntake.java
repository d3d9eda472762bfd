package amends.intake;

import amends.contracts.contact.Contact;
import amends.contracts.document.DescribedAnswers;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.intake.content.PlayedClamd;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The whole service with a real broker and a database, spoken to over HTTP.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "amends.intake.publish.patience=3s",
            "amends.intake.bulk.quiet=10s",
            "amends.intake.web.webhook-secrets.signing=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "amends.intake.web.line-secrets.shop=a-line-secret",
            "amends.intake.web.form-frames=https://shop.example",
            "amends.intake.channels.form-shortest=2s"
        })
public abstract class RunningIntake {

    static final EmbeddedKafkaBroker BROKER =
            new EmbeddedKafkaKraftBroker(1, 1)
                    .brokerProperties(
                            Map.of(
                                    "message.max.bytes",
                                    "17000000",
                                    "replica.fetch.max.bytes",
                                    "17000000",
                                    "transaction.state.log.replication.factor",
                                    "1",
                                    "transaction.state.log.min.isr",
                                    "1"));

    /// What the scanner that looks at all files finds in them.
    static final String VIRUS = "a-played-virus";

    static PlayedClamd scanner = PlayedClamd.started(VIRUS);
    static final MongoServer DATABASE = new MongoServer(new MemoryBackend());
    protected static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DescribedAnswers DESCRIBED = DescribedAnswers.of("intake");

    static {
        BROKER.afterPropertiesSet();
    }

    private static final String DATABASE_URI = DATABASE.bindAndGetConnectionString() + "/amends";

    @LocalServerPort protected int port;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", BROKER::getBrokersAsString);
        properties.add("amends.mongodb-uri", () -> DATABASE_URI);
        // each context keeps books of its own
        properties.add(
                "amends.intake.ledger.instance",
                () -> "it-" + UUID.randomUUID().toString().substring(0, 8));
        properties.add("amends.intake.files.folder", () -> "target/attachments");
        properties.add("amends.intake.files.scan.clamd", () -> scanner.address());
        properties.add("amends.identity.public-key", SignedIdentities::publicKey);
    }

    protected HttpResponse<String> post(
            String path, String contentType, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        request.headers(SignedIdentities.identified(headers));
        return DESCRIBED.checked(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    protected HttpResponse<String> postJson(String path, String json, String... headers)
            throws IOException, InterruptedException {
        return post(
                path,
                "application/json",
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                headers);
    }

    protected HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(uri(path))
                                .headers(SignedIdentities.identified())
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
    }

    protected URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return Wire.mapper().readTree(response.body());
    }

    protected static List<Contact> contacts() {
        return all(Topics.CONTACTS);
    }

    /// Everything that is on a topic now.
    protected static <M extends Message> List<M> all(Topic<M> topic) {
        return records(topic.name()).stream()
                .map(message -> Wire.read(message.value(), topic.type()))
                .toList();
    }

    /// The same for what has this key, whatever else lies there.
    protected static <M extends Message> List<M> all(Topic<M> topic, String key) {
        return records(topic.name()).stream()
                .filter(message -> key.equals(message.key()))
                .map(message -> Wire.read(message.value(), topic.type()))
                .toList();
    }

    protected static List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /// How many contacts were ever written.
    static long contactsOnTheLog() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return contactsOnTheLog(consumer);
        }
    }

    static long contactsOnTheLog(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.CONTACTS.name()).stream()
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
        return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }

    protected static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        BROKER.getBrokersAsString(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        500,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        Topic.LARGEST_RECORD_BYTES),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
