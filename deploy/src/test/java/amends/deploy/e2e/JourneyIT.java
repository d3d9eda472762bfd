package amends.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.deploy.local.LocalPlatform;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One complaint from the mail that brings it to the follow-up that confirms it, through the public
/// API alone.
@ExtendWith(SharedPlatform.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final String CUSTOMER = "hanako@example.jp";

    private static Api outside;
    private static Api agent;
    private static Customer customer;
    private static String id;

    @BeforeAll
    static void start(LocalPlatform platform) {
        outside = Api.withKey(platform.gateway(), platform.credentials().apiKeys().integration());
        agent = Api.signedIn(platform);
        customer = new Customer(platform, CUSTOMER);
    }

    @Test
    @Order(1)
    void aMailBecomesAComplaintWithPriorityQueueOwnerAndClocks() {
        id = mail(CUSTOMER, "<journey-1@example.jp>").required("complaintId").asString();

        JsonNode complaint =
                awaitComplaint(it -> it.path("status").asString().equals("acknowledged"));
        assertThat(complaint.at("/priority/level").asString()).isEqualTo("URGENT");
        assertThat(complaint.at("/priority/factors/0/factor").asString())
                .isEqualTo("danger-to-people");
        assertThat(complaint.at("/priority/factors/0/evidence").toString()).contains("煙", "火傷");
        assertThat(complaint.path("queue").asString()).isEqualTo("safety");
        assertThat(complaint.path("language").asString()).isEqualTo("ja");
        assertThat(clock(complaint, "acknowledgement")).isEqualTo("met");
        assertThat(clock(complaint, "first-human-reply")).isEqualTo("running");
        assertThat(clock(complaint, "resolution")).isEqualTo("running");
        awaitComplaint(it -> it.hasNonNull("owner"));
    }

    @Test
    @Order(2)
    void theCustomerIsToldAtOnceWithTheReference() {
        JsonNode mail = customer.firstMail();
        assertThat(mail.path("subject").asString())
                .contains(complaint().path("reference").asString());
    }

    @Test
    @Order(3)
    void theSameMailAgainChangesNothing() {
        long version = complaint().path("version").asLong();
        assertThat(mail(CUSTOMER, "<journey-1@example.jp>").required("complaintId").asString())
                .isEqualTo(id);
        command("reply", Map.of("text", "ご不便をおかけし、誠に申し訳ございません。"));
        assertThat(complaint().path("contacts").size()).isEqualTo(1);
        assertThat(complaint().path("version").asLong()).isGreaterThan(version);
    }

    @Test
    @Order(4)
    void aCommandOutOfOrderIsRefusedWithTheRuleAndWhatIsAllowed() {
        JsonNode problem =
                agent.post("/api/complaints/" + id + "/execute-remedy", Map.of("note", "発送"))
                        .expect(409)
                        .json();
        assertThat(problem.path("rule").asString()).isNotEmpty();
        assertThat(problem.path("allowed").size()).isPositive();
    }

    @Test
    @Order(5)
    void anAgentWalksItToASolution() {
        awaitComplaint(seen -> clock(seen, "first-human-reply").equals("met"));
        command(
                "clarify",
                Map.of(
                        "concern", Map.of("words", "使用中に煙が出て火傷をした", "product", "CleanAir 300"),
                        "demand", Map.of("kind", "REPLACEMENT", "words", "新品と交換")));
        command(
                "assess",
                Map.of(
                        "assessment",
                        Map.of(
                                "justified",
                                true,
                                "obliged",
                                true,
                                "able",
                                true,
                                "rootCause",
                                "PRODUCT_DEFECT",
                                "responsibleArea",
                                "motor assembly",
                                "reasoning",
                                "同じロットで三件目")));
        command(
                "propose-solution",
                Map.of(
                        "remedy",
                        Map.of(
                                "type", "Material",
                                "kind", "REPLACEMENT",
                                "amount", 29800,
                                "currency", "JPY"),
                        "explanation",
                        "新品と交換いたします"));
        command("accept-proposal", Map.of());
        command("execute-remedy", Map.of("note", "交換品を発送"));
        resolve(false);
        JsonNode resolved =
                awaitComplaint(
                        seen ->
                                List.of("resolved", "followed-up")
                                        .contains(seen.path("status").asString()));
        assertThat(clock(resolved, "resolution")).isEqualTo("met");
    }

    @Test
    @Order(6)
    void noToTheFollowUpReopens() {
        customer.answerFollowUp(1, "solved=no&satisfaction=2&effort=6");
        awaitComplaint(it -> it.path("status").asString().equals("reopened"));
    }

    @Test
    @Order(7)
    void yesToTheNextFollowUpClosesForGood() {
        resolve(true);
        customer.answerFollowUp(2, "solved=yes&satisfaction=5&effort=2&recommendation=9");
        awaitComplaint(it -> it.path("status").asString().equals("closed"));
        assertThat(timeline())
                .containsSubsequence(
                        "ComplaintReceived",
                        "PriorityAssessed",
                        "ComplaintQueued",
                        "ComplaintClarified",
                        "ComplaintAssessed",
                        "SolutionProposed",
                        "ProposalAccepted",
                        "RemedyExecuted",
                        "ComplaintResolved",
                        "FollowUpSent",
                        "FollowUpAnswered",
                        "ComplaintReopened",
                        "ComplaintResolved",
                        "FollowUpAnswered",
                        "ComplaintClosed");
    }

    @Test
    @Order(8)
    void analyticsHasLearnedFromIt() {
        mail("taro@example.jp", "<journey-2@example.jp>");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            assertThat(items("/api/analytics/recurrence"))
                                    .anySatisfy(
                                            it ->
                                                    assertThat(it.path("distinctCustomers").asInt())
                                                            .isEqualTo(2));
                            assertThat(items("/api/analytics/satisfaction?by=queue")).isNotEmpty();
                            assertThat(items("/api/analytics/sla")).isNotEmpty();
                            assertThat(items("/api/analytics/turnaround")).isNotEmpty();
                        });
        agent.get("/api/analytics/retention").expect(200);
    }

    private static JsonNode mail(String from, String messageId) {
        String mail =
                """
                From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <%s>
                To: support@example.jp
                Subject: =?UTF-8?B?5o6D6Zmk5qmf44GL44KJ54WZ?=
                Message-ID: %s
                Date: Wed, 01 Apr 2026 18:30:00 +0900
                MIME-Version: 1.0
                Content-Type: text/plain; charset=ISO-2022-JP
                Content-Transfer-Encoding: 7bit

                掃除機を使っていたら煙が出て、手に火傷をしました。新品と交換してください。
                """
                        .formatted(from, messageId)
                        .replace("\n", "\r\n");
        return outside.post(
                        "/api/intake/email",
                        "message/rfc822",
                        BodyPublishers.ofByteArray(mail.getBytes(JIS)),
                        Duration.ofSeconds(20))
                .expect(202)
                .json();
    }

    private static void resolve(boolean onTheSpot) {
        command(
                "resolve",
                Map.of(
                        "onTheSpot",
                        onTheSpot,
                        "verification",
                        "WITH_EVIDENCE",
                        "summary",
                        "交換品で動作を確認"));
    }

    private static void command(String name, Map<String, ?> body) {
        agent.post("/api/complaints/" + id + "/" + name, body).expect(200);
    }

    private static JsonNode complaint() {
        return agent.get("/api/complaints/" + id).expect(200).json();
    }

    private static JsonNode awaitComplaint(Predicate<JsonNode> wanted) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(JourneyIT::complaint, wanted);
    }

    private static List<String> timeline() {
        return stream(agent.get("/api/complaints/" + id + "/timeline").expect(200).json())
                .map(entry -> entry.path("type").asString())
                .toList();
    }

    private static String clock(JsonNode complaint, String name) {
        return stream(complaint.path("clocks"))
                .filter(clock -> clock.path("clock").asString().equals(name))
                .map(clock -> clock.path("state").asString())
                .findFirst()
                .orElse("absent");
    }

    private static List<JsonNode> items(String path) {
        return stream(agent.get(path).expect(200).json()).toList();
    }

    /// The elements of a list, or of the `items` of an answer.
    private static Stream<JsonNode> stream(JsonNode list) {
        JsonNode array = list.isArray() ? list : list.path("items");
        return StreamSupport.stream(array.spliterator(), false);
    }
}
