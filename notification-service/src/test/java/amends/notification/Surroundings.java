package amends.notification;

import amends.contracts.complaint.RecordedEvent;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/// A real broker, a database and a mail server inside the test, and the service started among them.
public final class Surroundings implements AutoCloseable {

    public static final int PARTITIONS = 2;

    private final EmbeddedKafkaBroker broker = broker();
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final String mongoAddress = mongo.bindAndGetConnectionString();
    private final int smtpPort = freePort();
    private final Producer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", brokers(), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
    private final String stateDir = stateDir();
    private final List<GreenMail> servers = new CopyOnWriteArrayList<>();
    private GreenMail mail = mailServer();

    public ConfigurableApplicationContext service(String... settings) {
        return service(NotificationService.class, settings);
    }

    /// @param application the service, or a test's variation of it
    public ConfigurableApplicationContext service(Class<?> application, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + brokers(),
                                "--amends.mongodb-uri=" + mongoAddress + "/amends",
                                "--amends.partitions=" + PARTITIONS,
                                "--amends.state-dir=" + stateDir,
                                "--" + SignedIdentities.setting(),
                                "--amends.link-secret=a secret for tests only",
                                "--amends.smtp.port=" + smtpPort,
                                "--amends.notification.schedule-check=100ms",
                                "--amends.sender.first-pause=200ms",
                                "--amends.sender.longest-pause=1s",
                                "--amends.sender.outage-pause=500ms"));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(NotificationService.class, application)
                .run(all.toArray(String[]::new));
    }

    /// The mails that were accepted for one address, before and after the server was away.
    public List<MimeMessage> mailsTo(String address) {
        return servers.stream()
                .flatMap(server -> Arrays.stream(server.getReceivedMessages()))
                .filter(received -> recipients(received).contains(address))
                .toList();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public void mailServerGoesAway() {
        mail.stop();
    }

    public void mailServerComesBack() {
        mail = mailServer();
    }

    public String mongoAddress() {
        return mongoAddress;
    }

    public void happens(RecordedEvent... events) {
        for (RecordedEvent event : events) {
            put(Topics.COMPLAINTS, event);
        }
    }

    public <M extends Message> void put(Topic<M> topic, M message) {
        put(topic.record(message));
    }

    public void put(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public List<NotificationEvent> notifications() {
        return records(Topics.NOTIFICATIONS.name()).stream()
                .filter(record -> record.headers().lastHeader("ce_type") != null)
                .map(record -> Wire.read(record.value(), RecordedNotification.class).event())
                .toList();
    }

    public <E extends NotificationEvent> List<E> notifications(Class<E> type) {
        return notifications().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (Consumer<String, byte[]> reader =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers(), "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    reader.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < end.get(p))) {
                reader.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    public String brokers() {
        return broker.getBrokersAsString();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        mail.stop();
        mongo.shutdownNow();
        broker.destroy();
    }

    private static EmbeddedKafkaBroker broker() {
        EmbeddedKafkaBroker broker =
                new EmbeddedKafkaKraftBroker(1, PARTITIONS)
                        .brokerProperties(
                                Map.of(
                                        "group.initial.rebalance.delay.ms", "0",
                                        "offsets.topic.replication.factor", "1",
                                        "transaction.state.log.replication.factor", "1",
                                        "transaction.state.log.min.isr", "1",
                                        "offsets.topic.num.partitions", "1",
                                        "transaction.state.log.num.partitions", "1"));
        broker.afterPropertiesSet();
        return broker;
    }

    private GreenMail mailServer() {
        ServerSetup setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        servers.add(server);
        return server;
    }

    private static String stateDir() {
        try {
            return Files.createTempDirectory("notification").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
