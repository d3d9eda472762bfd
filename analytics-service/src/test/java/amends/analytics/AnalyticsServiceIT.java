package amends.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.BrandName;
import amends.contracts.document.DescribedAnswers;
import amends.contracts.identity.EnforcedRights;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/// The whole service between a real broker and a database.
class AnalyticsServiceIT {

    private static final ClockStarted RESOLUTION =
            new ClockStarted(
                    new ClockName("resolution"),
                    ClockFamily.SERVICE,
                    LogOf.START,
                    LogOf.START,
                    LogOf.START,
                    PolicyVersion.parse("sla@1"),
                    PolicyVersion.parse("calendar@1"));

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WITHOUT_CLOCKS_EMPTY = "/analytics/sla";
    private static final List<String> PATHS =
            List.of(
                    "/analytics/satisfaction?by=queue",
                    "/analytics/satisfaction?by=day",
                    "/analytics/turnaround",
                    "/analytics/turnaround?brand=acme",
                    WITHOUT_CLOCKS_EMPTY,
                    "/analytics/retention",
                    "/analytics/recurrence");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DescribedAnswers DESCRIBED = DescribedAnswers.of("analytics");

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
        Map<String, JsonNode> before = new TreeMap<>();
        try (ConfigurableApplicationContext service = service()) {
            write(
                    LogOf.complaint("1")
                            .received("The fan makes a loud rattling noise")
                            .queued("claims")
                            .resolved(true)
                            .answered(true, 5, 2, 9)
                            .events());
            send("poison", "not json".getBytes(StandardCharsets.UTF_8));
            write(
                    LogOf.complaint("2")
                            .received("Loud rattling noise from the fan")
                            .queued("claims")
                            .resolved(false)
                            .answered(false, 2, 6, 3)
                            .events());
            awaitAnswers(service, 2);
            aConcernIsTakenInHand(service);
            before.putAll(settled(service));
        }
        assertThat(
                        before.get("/analytics/satisfaction?by=queue")
                                .path(0)
                                .path("csatMean")
                                .asDouble())
                .isEqualTo(3.5);
        assertThat(before.get("/analytics/recurrence").path(0).path("distinctCustomers").asInt())
                .isEqualTo(2);
        assertThat(before.get("/analytics/recurrence").at("/0/knownIssue/state").asString())
                .isEqualTo("WORKAROUND");
        assertThat(deadLetters()).containsExactly("poison");

        empty();
        try (ConfigurableApplicationContext service = service()) {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> {
                                for (String path : PATHS) {
                                    assertThat(items(service, path)).isEqualTo(before.get(path));
                                }
                            });
            write(
                    LogOf.complaint("3")
                            .received("It smells")
                            .queued("claims")
                            .agent(RESOLUTION)
                            .agent(new ClockBreached(RESOLUTION.clock(), LogOf.START))
                            .answered(true, 5, 1, 10)
                            .events());
            awaitAnswers(service, 3);
            String cluster = items(service, "/analytics/recurrence").path(0).path("id").asString();
            assertThat(get(service, "/analytics/recurrence/" + cluster).path("weeks")).hasSize(1);
            aConcernLeadsToItsComplaints(service, cluster);
            agentsLearnWhatHelps(service, cluster);
            figuresLeadToTheirComplaints(service);
            whoeverIsLimitedSeesWhatIsHis(service, cluster);
            figuresAreTakenAwayAsTables(service);
            assertThat(get(service, "/analytics/recurrence?period=year").path("status").asInt())
                    .isEqualTo(400);
            assertThat(get(service, "/analytics/recurrence/none").path("status").asInt())
                    .isEqualTo(404);
        }
    }

    private static void aConcernLeadsToItsComplaints(
            ConfigurableApplicationContext service, String cluster) throws Exception {
        String rattling = "/analytics/recurrence/" + cluster + "/complaints";
        await().atMost(SOON).untilAsserted(() -> assertThat(items(service, rattling)).hasSize(2));
        JsonNode first = get(service, rattling + "?limit=1");
        assertThat(first.path("complete").asBoolean()).isTrue();
        JsonNode second = get(service, rattling + "?cursor=" + first.path("next").asString());
        assertThat(second.has("next")).isFalse();
        assertThat(
                        List.of(
                                first.at("/items/0/complaintId").asString(),
                                second.at("/items/0/complaintId").asString()))
                .containsExactlyInAnyOrder(
                        LogOf.complaint("1").id().value(), LogOf.complaint("2").id().value());
    }

    private static void aConcernIsTakenInHand(ConfigurableApplicationContext service)
            throws Exception {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(items(service, "/analytics/recurrence"))
                                        .isNotEmpty()
                                        .allMatch(each -> !each.has("knownIssue")));
        String path =
                "/analytics/recurrence/"
                        + items(service, "/analytics/recurrence").at("/0/id").asString()
                        + "/known-issue";
        assertThat(change(service, "PUT", path, "0", issue("INVESTIGATING", "")).statusCode())
                .as("nobody can pass on nothing")
                .isEqualTo(422);
        JsonNode first = read(change(service, "PUT", path, "0", issue("INVESTIGATING", "Wait.")));
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.at("/changedBy/name").asString()).isEqualTo("chief");
        assertThat(change(service, "PUT", path, "0", issue("FIXED", "Done.")).statusCode())
                .as("somebody was faster")
                .isEqualTo(412);
        JsonNode again = read(change(service, "PUT", path, "1", issue("INVESTIGATING", "Wait!")));
        assertThat(again.path("since")).isEqualTo(first.path("since"));
        JsonNode other = read(change(service, "PUT", path, "2", issue("WORKAROUND", "Turn it.")));
        assertThat(Instant.parse(other.path("since").asString()))
                .isAfter(Instant.parse(first.path("since").asString()));
        String nowhere = "/analytics/recurrence/none/known-issue";
        assertThat(change(service, "PUT", nowhere, "0", issue("FIXED", "x")).statusCode())
                .isEqualTo(404);
    }

    /// After the service and its database began anew.
    private static void agentsLearnWhatHelps(ConfigurableApplicationContext service, String cluster)
            throws Exception {
        String known = "/analytics/known-issues?complaint=";
        for (String complaint : List.of("1", "2")) {
            assertThat(items(service, known + LogOf.complaint(complaint).id().value()))
                    .singleElement()
                    .satisfies(
                            each -> assertThat(each.path("fix").asString()).isEqualTo("Turn it."));
        }
        assertThat(items(service, known + LogOf.complaint("3").id().value())).isEmpty();
        String path = "/analytics/recurrence/" + cluster;
        assertThat(get(service, path).at("/knownIssue/owner").asString()).isEqualTo("sato");

        assertThat(change(service, "DELETE", path + "/known-issue", "3", null).statusCode())
                .isEqualTo(204);
        assertThat(get(service, path).has("knownIssue")).isFalse();
        assertThat(items(service, known + LogOf.complaint("1").id().value())).isEmpty();
    }

    private static String issue(String state, String fix) {
        return "{\"title\":\"Rattling\",\"owner\":\"sato\",\"state\":\"%s\",\"fix\":\"%s\"}"
                .formatted(state, fix);
    }

    private static HttpResponse<String> change(
            ConfigurableApplicationContext service,
            String method,
            String path,
            String seen,
            @Nullable String body)
            throws Exception {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(uri(service, path))
                                .headers(SignedIdentities.identified("Amends-Actor", "agent:chief"))
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"" + seen + "\"")
                                .method(
                                        method,
                                        body == null
                                                ? BodyPublishers.noBody()
                                                : BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Wire.mapper().readTree(answer.body());
    }

    private static void whoeverIsLimitedSeesWhatIsHis(
            ConfigurableApplicationContext service, String cluster) throws Exception {
        Reach claims = new Reach(List.of(), List.of(new QueueName("claims")), List.of());
        Reach others = new Reach(List.of(), List.of(new QueueName("others")), List.of());
        Reach brand = new Reach(List.of(LogOf.BRAND), List.of(), List.of());
        Reach otherBrand = new Reach(List.of(new BrandName("Example")), List.of(), List.of());
        List<String> figures =
                List.of(
                        "/analytics/satisfaction?by=queue",
                        "/analytics/turnaround",
                        "/analytics/retention");
        for (String path : figures) {
            assertThat(read(limited(service, path, claims)).path("items"))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(each -> each.path("by").asString().equals("queue"))
                    .allMatch(each -> each.path("value").asString().equals("claims"));
            assertThat(read(limited(service, path, others)).path("items")).as(path).isEmpty();
            assertThat(
                            limited(
                                            service,
                                            path + (path.contains("?") ? "&" : "?") + "format=csv",
                                            others)
                                    .body())
                    .doesNotContain("claims");
            assertThat(read(limited(service, path, brand)).path("items"))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(each -> each.path("brand").asString().equals("acme"));
            assertThat(read(limited(service, path, otherBrand)).path("items")).as(path).isEmpty();
            String foreign = path + (path.contains("?") ? "&" : "?") + "brand=acme";
            assertThat(read(limited(service, foreign, otherBrand)).path("items"))
                    .as(foreign)
                    .isEmpty();
            assertThat(limited(service, foreign + "&format=csv", otherBrand).body())
                    .as(foreign)
                    .doesNotContain("acme");
        }
        assertThat(read(limited(service, "/analytics/brands", brand)).path("items"))
                .extracting(JsonNode::asString)
                .containsExactly("acme");
        assertThat(read(limited(service, "/analytics/brands", otherBrand)).path("items")).isEmpty();
        assertThat(read(limited(service, "/analytics/brands", claims)).path("items"))
                .extracting(JsonNode::asString)
                .containsExactly("acme");
        assertThat(read(limited(service, "/analytics/brands", others)).path("items")).isEmpty();
        assertThat(read(limited(service, "/analytics/satisfaction?by=day", brand)).path("items"))
                .isNotEmpty();
        String behind = "/analytics/turnaround/complaints";
        assertThat(read(limited(service, behind, brand)).path("items")).isNotEmpty();
        assertThat(read(limited(service, behind, otherBrand)).path("items")).isEmpty();
        assertThat(read(limited(service, behind, claims)).path("items")).isNotEmpty();
        assertThat(read(limited(service, behind, others)).path("items")).isEmpty();
        HttpResponse<String> byDay = limited(service, "/analytics/satisfaction", claims);
        assertThat(byDay.statusCode()).isEqualTo(403);
        assertThat(byDay.body()).contains("?by=queue");
        for (String whole : List.of("", "/" + cluster)) {
            HttpResponse<String> answer = limited(service, "/analytics/recurrence" + whole, claims);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("not told apart by brand or queue");
        }
    }

    private static HttpResponse<String> limited(
            ConfigurableApplicationContext service, String path, Reach reach) throws Exception {
        Identity who =
                new Identity(
                        Actor.agent(new AgentId("sato")),
                        new TreeSet<>(Set.of(Role.SUPERVISOR)),
                        reach);
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(uri(service, path))
                                .header(IdentitySigner.HEADER, SignedIdentities.token(who))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    private static void figuresLeadToTheirComplaints(ConfigurableApplicationContext service)
            throws Exception {
        String answered = "/analytics/satisfaction/complaints?by=queue&value=claims&figure=";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(items(service, answered + "answers")).hasSize(3));
        JsonNode unsolved = get(service, answered + "unsolved");
        assertThat(unsolved.path("complete").asBoolean()).isTrue();
        assertThat(unsolved.path("items"))
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.path("reference").asString())
                                    .isEqualTo(LogOf.complaint("2").id().reference().toString());
                            assertThat(item.path("satisfaction").asInt()).isEqualTo(2);
                            assertThat(item.path("queue").asString()).isEqualTo("claims");
                        });
        assertThat(items(service, "/analytics/turnaround/complaints?figure=onTheSpot")).hasSize(1);
        assertThat(items(service, "/analytics/retention/complaints?figure=unsolved")).hasSize(1);
        assertThat(items(service, "/analytics/retention/complaints?figure=resolved")).hasSize(1);
        assertThat(items(service, "/analytics/retention/complaints?figure=resolvedLate")).isEmpty();
        assertThat(items(service, "/analytics/sla/complaints?clock=resolution&outcome=decided"))
                .hasSize(1);
        assertThat(items(service, "/analytics/sla/complaints?clock=resolution&outcome=met"))
                .isEmpty();
        for (String wrong :
                List.of(
                        "/analytics/sla/complaints?clock=resolution&outcome=good",
                        "/analytics/retention/complaints?figure=silentCustomersEstimate",
                        "/analytics/turnaround/complaints?cursor=x")) {
            assertThat(get(service, wrong).path("status").asInt()).as(wrong).isEqualTo(400);
        }
    }

    private static void figuresAreTakenAwayAsTables(ConfigurableApplicationContext service)
            throws Exception {
        for (HttpResponse<String> answer :
                List.of(
                        ask(service, "/analytics/retention?format=csv", "application/json"),
                        ask(service, "/analytics/retention", "text/csv"))) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("text/csv;charset=UTF-8");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(answer.body())
                    .startsWith("\uFEFFby,value,model,complaints")
                    .contains("\r\n");
        }
        assertThat(ask(service, "/analytics/retention", "*/*").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    @Test
    void onlyWhatTheGatewayLetInIsAnswered() {
        try (ConfigurableApplicationContext service = service()) {
            EnforcedRights.hold("analytics", uri(service, "/"));
        }
    }

    private static void awaitAnswers(ConfigurableApplicationContext service, int answers) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                items(service, "/analytics/satisfaction?by=queue")
                                                        .path(0)
                                                        .path("answers")
                                                        .asInt(0))
                                        .isEqualTo(answers));
    }

    /// Each figure is written by itself: what all of them show once none changes any more.
    private static Map<String, JsonNode> settled(ConfigurableApplicationContext service) {
        AtomicReference<Map<String, JsonNode>> last = new AtomicReference<>(Map.of());
        return await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            Map<String, JsonNode> now = new TreeMap<>();
                            for (String path : PATHS) {
                                now.put(path, items(service, path));
                            }
                            boolean same = now.equals(last.getAndSet(now));
                            return same ? now : Map.<String, JsonNode>of();
                        },
                        shown ->
                                PATHS.stream()
                                        .filter(path -> !path.equals(WITHOUT_CLOCKS_EMPTY))
                                        .noneMatch(
                                                path ->
                                                        shown.getOrDefault(
                                                                        path,
                                                                        MissingNode.getInstance())
                                                                .isEmpty()));
    }

    private static List<String> deadLetters() {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers", broker.getBrokersAsString(),
                        "group.id", "test",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed");
        List<String> keys = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetters(Topics.COMPLAINTS)));
            await().atMost(SOON)
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(record -> keys.add(record.key()));
                                return !keys.isEmpty();
                            });
        }
        return keys;
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
                "--amends.analytics.state-dir=" + state,
                "--" + SignedIdentities.setting());
    }

    private static void write(List<RecordedEvent> events) {
        events.forEach(event -> log.send(Topics.COMPLAINTS.record(event)));
        log.flush();
    }

    private static void send(String key, byte[] value) {
        log.send(new ProducerRecord<>(Topics.COMPLAINTS.name(), key, value));
    }

    private static JsonNode items(ConfigurableApplicationContext service, String path)
            throws Exception {
        return get(service, path).path("items");
    }

    private static JsonNode get(ConfigurableApplicationContext service, String path)
            throws Exception {
        return Wire.mapper().readTree(ask(service, path, "application/json").body());
    }

    private static HttpResponse<String> ask(
            ConfigurableApplicationContext service, String path, String accept) throws Exception {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(uri(service, path))
                                .headers(SignedIdentities.identified())
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    private static URI uri(ConfigurableApplicationContext service, String path) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
