package amends.workflow;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.document.DescribedAnswers;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;
import amends.workflow.complaint.Complaint;
import amends.workflow.stream.StoredStates;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The whole service with a real broker and a database in this process; the service alone can be
/// stopped and started.
public final class RunningWorkflow implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final Path stateDir;
    private final EmbeddedKafkaKraftBroker broker;
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final String mongoUri;
    private final KafkaProducer<String, byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final DescribedAnswers described = DescribedAnswers.of("workflow");
    private ConfigurableApplicationContext service;

    public RunningWorkflow(Path stateDir) {
        this.stateDir = stateDir;
        this.broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("transaction.state.log.num.partitions", "4");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperty("offsets.topic.replication.factor", "1");
        broker.brokerProperty("offsets.topic.num.partitions", "4");
        broker.afterPropertiesSet();
        this.mongoUri = mongo.bindAndGetConnectionString() + "/amends";
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap(), "acks", "all", "linger.ms", "5"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        start();
    }

    public void start() {
        service =
                new SpringApplicationBuilder(WorkflowApplication.class, StoredStates.class)
                        .run(arguments());
    }

    private String[] arguments() {
        return new String[] {
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + bootstrap(),
            "--amends.mongodb-uri=" + mongoUri,
            "--amends.partitions=" + PARTITIONS,
            "--amends.streams.state-dir=" + stateDir,
            "--" + SignedIdentities.setting()
        };
    }

    /// The same service in a process of its own, so that it can be killed; stop the one in this
    /// process first.
    public Process startApart() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkflowApplication.class.getName()));
        command.addAll(List.of(arguments()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public void stop() {
        service.close();
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public String bootstrap() {
        return broker.getBrokersAsString();
    }

    /// Throws all views away.
    public void emptyDatabase() {
        try (MongoClient client = MongoClients.create(mongoUri)) {
            client.getDatabase("amends").drop();
        }
    }

    public <M extends Message> void send(Topic<M> topic, M message) {
        send(topic.record(message));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
    }

    public void flush() {
        producer.flush();
    }

    public URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:"
                        + service.getEnvironment().getProperty("local.server.port")
                        + path);
    }

    public HttpClient http() {
        return http;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return exchange(withHeaders(HttpRequest.newBuilder(uri(path)), headers).GET());
    }

    public JsonNode getJson(String path) {
        return Wire.mapper().readTree(get(path).body());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return exchange(
                withHeaders(HttpRequest.newBuilder(uri(path)), headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> put(String path, String body, String... headers) {
        return exchange(
                withHeaders(HttpRequest.newBuilder(uri(path)), headers)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return exchange(withHeaders(HttpRequest.newBuilder(uri(path)), headers).DELETE());
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        return request.headers(SignedIdentities.identified(headers));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return described.checked(
                    http.send(
                            request.timeout(Duration.ofSeconds(20)).build(),
                            HttpResponse.BodyHandlers.ofString()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Everything committed on a topic so far, partition by partition.
    public <M extends Message> List<M> read(Topic<M> topic) {
        return readRaw(topic.name()).stream().map(value -> Wire.read(value, topic.type())).toList();
    }

    /// The same, without what nobody can read.
    public <M extends Message> List<M> readable(Topic<M> topic) {
        List<M> messages = new ArrayList<>();
        for (byte[] value : readRaw(topic.name())) {
            try {
                messages.add(Wire.read(value, topic.type()));
            } catch (UnreadableMessage e) {
                // poison is part of the test
            }
        }
        return messages;
    }

    /// Waits until nothing has been added to the log for a while, and the cases show all of it.
    public void awaitQuiet() {
        AtomicInteger last = new AtomicInteger(-1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(700))
                .until(
                        () -> {
                            int size = readRaw("amends.complaints").size();
                            return last.getAndSet(size) == size;
                        });
    }

    /// The complaint as people see it, as soon as it is at least at this version.
    public JsonNode caseWith(ComplaintId id, long version) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> getJson("/complaints/" + id),
                        json -> json.path("version").asLong() >= version);
    }

    public Complaint stored(ComplaintId id) {
        return bean(StoredStates.class).of(id);
    }

    public List<byte[]> readRaw(String topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<byte[]> values = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    @Override
    public void close() {
        service.close();
        producer.close();
        broker.destroy();
        mongo.shutdownNow();
    }
}
