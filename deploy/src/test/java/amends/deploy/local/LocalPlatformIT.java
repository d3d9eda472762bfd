package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Broker, database and mail sink as real processes, one story: start, kill, start again, stop.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalPlatformIT {

    @TempDir private static Path data;

    private static LocalPlatform platform;

    @BeforeAll
    static void start() throws IOException {
        platform = LocalPlatform.start(data, freeBase(), PlatformOptions.only());
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    @Order(1)
    void startsThreeProcesses() {
        assertThat(platform.processes())
                .extracting(LocalProcess::name)
                .containsExactly("broker", "database", "mail-sink");
        assertThat(platform.processes()).allMatch(LocalProcess::isReady);
    }

    @Test
    @Order(2)
    void aSecondStartFindsThemRunning() {
        List<Long> before = pids();

        LocalPlatform again =
                LocalPlatform.start(data, platform.ports().base(), PlatformOptions.only());

        assertThat(again.processes()).extracting(LocalProcess::pid).isEqualTo(before);
    }

    @Test
    @Order(3)
    void takenPortsAreNamed(@TempDir Path other) {
        assertThatThrownBy(
                        () ->
                                LocalPlatform.start(
                                        other, platform.ports().base(), PlatformOptions.only()))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining(platform.ports().kafka().replace("127.0.0.1:", ""))
                .hasMessageContaining("--port-base");
    }

    @Test
    @Order(4)
    void aKilledBrokerComesBackWithWhatItAcknowledged() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.ports().kafka()))) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        try (var producer =
                new KafkaProducer<>(
                        clientSettings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
        }

        platform.process("broker").killForcibly();
        assertThat(platform.process("broker").isAlive()).isFalse();
        platform.restart("broker");

        assertThat(firstValue("kept")).isEqualTo("value");
    }

    @Test
    @Order(5)
    void aKilledDatabaseComesBackWithWhatItCommitted() throws InterruptedException {
        try (MongoClient client = MongoClients.create(platform.mongodbUri())) {
            collection(client).insertOne(new Document("_id", 1).append("kept", true));
        }
        // it commits every half second; a kill before that is a kill before the write
        Awaitility.await()
                .pollDelay(Duration.ofSeconds(2))
                .until(() -> platform.process("database").isAlive());

        platform.process("database").killForcibly();
        platform.restart("database");

        try (MongoClient client = MongoClients.create(platform.mongodbUri())) {
            assertThat(collection(client).find().first()).containsEntry("kept", true);
        }
    }

    @Test
    @Order(6)
    void aKilledMailSinkHasEachMailOnce() throws Exception {
        send("<one@amends.example>");
        platform.process("mail-sink").killForcibly();
        platform.restart("mail-sink");
        send("<one@amends.example>");
        send("<two@amends.example>");

        assertThat(get(platform.mails().resolve("/mails")))
                .contains("\"total\":2")
                .contains("<one@amends.example>", "<two@amends.example>");
        assertThat(get(platform.mails().resolve("/"))).contains("hanako@customer.example");
    }

    @Test
    @Order(7)
    void whatWasStartedIsFoundAgainAndStopsWithoutRemains() throws IOException {
        List<Long> pids = pids();

        LocalPlatform.running(data).orElseThrow().stop();

        assertThat(pids)
                .allMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(LocalPlatform.running(data)).isEmpty();
    }

    @Test
    @Order(8)
    void aFailureSaysWhatTheProcessSaid() {
        PlatformOptions impatient =
                new PlatformOptions(
                        PlatformOptions.only().parts(), Map.of(), Duration.ofMillis(1), false);

        assertThatThrownBy(() -> LocalPlatform.start(data, platform.ports().base(), impatient))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("was not ready after")
                .hasMessageContaining("logs");
        Awaitility.await().untilAsserted(() -> assertThat(LocalPlatform.running(data)).isEmpty());
    }

    private static List<Long> pids() {
        return platform.processes().stream().map(LocalProcess::pid).toList();
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("amends").getCollection("kept");
    }

    private static Map<String, Object> clientSettings() {
        return Map.of(
                "bootstrap.servers", platform.ports().kafka(), "auto.offset.reset", "earliest");
    }

    private static String firstValue(String topic) {
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(
                        clientSettings(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> consumer.poll(Duration.ofMillis(200)),
                            records -> !records.isEmpty())
                    .iterator()
                    .next()
                    .value();
        }
    }

    private static void send(String messageId) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(platform.ports().smtp()));
        MimeMessage mail =
                new MimeMessage(Session.getInstance(settings)) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", messageId);
                    }
                };
        mail.setFrom("care@amends.example");
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("hanako@customer.example"));
        mail.setSubject("Hello");
        mail.setText("We have it.");
        Transport.send(mail);
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /// The start of ten ports in a row that nobody uses.
    static int freeBase() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base;
            try (ServerSocket any = new ServerSocket(0)) {
                base = any.getLocalPort();
            }
            if (base < 65000 && allFree(base)) {
                return base;
            }
        }
        throw new IOException("no ten free ports in a row");
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + 10; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                assert socket.isBound();
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
