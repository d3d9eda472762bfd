package amends.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.RecordedEvent;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The whole service between a real broker and a database.
class AnalyticsServiceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir static Path state;

    private static EmbeddedKafkaKraftBroker broker;
    private static MongoServer mongo;
    private static String mongoUri;
    private static Producer<String, byte[]> log;

    @BeforeAll
    static void start() {
        broker = new EmbeddedKafkaKraftBroker(1, 2);
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.afterPropertiesSet();
        mongo = new MongoServer(new MemoryBackend());
        mongoUri = "mongodb:/" + mongo.bind() + "/amends";
        log =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.getBrokersAsString()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        log.close();
        mongo.shutdownNow();
        broker.destroy();
    }

    @Test
    void survivesARestartAndAnEmptiedDatabase() throws Exception {
        JsonNode before;
        try (ConfigurableApplicationContext service = service()) {
            write(
                    LogOf.complaint("1")
                            .received("It is too loud")
                            .queued("claims")
                            .resolved(true)
                            .answered(true, 5, 2, 9)
                            .events());
            write(
                    LogOf.complaint("2")
                            .received("It smells")
                            .queued("claims")
                            .resolved(false)
                            .answered(false, 2, 6, 3)
                            .events());
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    items(
                                                                    service,
                                                                    "/analytics/satisfaction?by=queue")
                                                            .path(0)
                                                            .path("answers")
                                                            .asInt(0))
                                            .isEqualTo(2));
            before = items(service, "/analytics/satisfaction?by=queue");
            assertThat(before.path(0).path("csatMean").doubleValue()).isEqualTo(3.5);
        }
        empty();
        try (ConfigurableApplicationContext service = service()) {
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(items(service, "/analytics/satisfaction?by=queue"))
                                            .isEqualTo(before));
        }
    }

    private static void empty() {
        try (MongoClient client = MongoClients.create(mongoUri)) {
            client.getDatabase("amends").drop();
        }
    }

    private static ConfigurableApplicationContext service() {
        return SpringApplication.run(
                AnalyticsApplication.class,
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--amends.analytics.mongodb-uri=" + mongoUri,
                "--amends.analytics.partitions=2",
                "--amends.analytics.state-dir=" + state);
    }

    private static void write(List<RecordedEvent> events) {
        events.forEach(event -> log.send(Topics.COMPLAINTS.record(event)));
        log.flush();
    }

    private static JsonNode items(ConfigurableApplicationContext service, String path)
            throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        HttpResponse<byte[]> response =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return Wire.read(response.body(), JsonNode.class).path("items");
    }
}
