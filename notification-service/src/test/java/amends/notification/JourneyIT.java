package amends.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.ComplaintEvent.ClockEscalated;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.ReplySent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.complaint.Verification;
import amends.contracts.document.DescribedAnswers;
import amends.contracts.identity.EnforcedRights;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationEvent.NotificationFailed;
import amends.contracts.notification.NotificationEvent.NotificationSent;
import amends.contracts.notification.NotificationEvent.NotificationSuppressed;
import amends.contracts.notification.NotificationEvent.SurveyAnswered;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.personal.FreeText;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.EscalationAction;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.notification.delivery.Requested;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The whole service among a real broker, a database and a mail server.
class JourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DescribedAnswers DESCRIBED = DescribedAnswers.of("notification");
    private static Surroundings around;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        around = new Surroundings();
        service = service();
    }

    private static ConfigurableApplicationContext service() {
        return around.service(
                "--amends.follow-up-delay=PT0.5S",
                "--amends.escalation.notified=desk@example.jp",
                "--amends.escalation.supervisors=head@example.jp",
                "--amends.escalation.language=ja");
    }

    @AfterAll
    static void stop() {
        service.close();
        around.close();
    }

    @Test
    void aComplaintIsAcknowledgedOnceAndOneWithoutAnAddressIsAccountedFor() throws Exception {
        ComplaintId reachable = Stories.complaint("<ack@example.jp>");
        ComplaintId unreachable = Stories.complaint("<silent@example.jp>");
        around.happens(
                Stories.begins(reachable, "ja", "ack@example.jp"),
                Stories.begins(unreachable, "ja"));
        awaitSent("ack@example.jp", 1);
        JsonNode sent = awaitLog(reachable, "SENT");
        assertThat(awaitLog(unreachable, "SUPPRESSED").get("suppressed").stringValue())
                .isEqualTo("NO_ADDRESS");

        MimeMessage mail = around.mailsTo("ack@example.jp").getFirst();
        assertThat(mail.getMessageID()).isEqualTo(sent.get("messageId").stringValue());
        assertThat(mail.getSubject()).endsWith("[" + reachable.reference() + "]");
        assertThat(around.notifications(NotificationSuppressed.class)).isNotEmpty();
        HttpResponse<String> one = get("/notifications/" + sent.get("id").stringValue());
        assertThat(Wire.mapper().readTree(one.body())).isEqualTo(sent);
        assertThat(get("/notifications?complaint=" + reachable.reference()).statusCode())
                .isEqualTo(200);
        assertThat(get("/notifications?complaint=nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/notifications/NONE").statusCode()).isEqualTo(404);
    }

    @Test
    void aSolvedComplaintIsFollowedUpAndItsAnswerIsAFactOnce() throws Exception {
        ComplaintId id = Stories.complaint("<survey@example.jp>");
        around.happens(
                Stories.begins(id, "zh-CN", "survey@example.jp"),
                Stories.recorded(
                        id,
                        2,
                        Instant.now(),
                        Stories.SATO,
                        new ComplaintResolved(
                                true, Verification.WITH_EVIDENCE, new FreeText("已更换"))));
        awaitSent("survey@example.jp", 3);
        String path = surveyPath();
        HttpResponse<String> form = get(path);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("您的问题是否已经解决").contains(id.reference().toString());
        assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(get("/survey/survey.css").statusCode()).isEqualTo(200);
        assertThat(post(path, "satisfaction=2").statusCode()).isEqualTo(422);

        HttpResponse<String> thanks =
                post(path, "solved=no&satisfaction=2&effort=6&comment=%E8%BF%98%E6%9C%89");
        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(post(path, "solved=yes").body()).contains("已经回答过");
        assertThat(around.notifications(SurveyAnswered.class))
                .extracting(SurveyAnswered::answer)
                .containsExactly(new SurveyAnswer(false, 2, 6, null, new FreeText("还有")));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(get("/notifications?complaint=" + id).body())
                                        .contains("\"answer\""));
        assertThat(get(path).body()).contains("已经回答过");
        assertThat(get(path.substring(0, path.length() - 4) + "AAAA").statusCode()).isEqualTo(404);
        assertThat(post(path, "comment=" + "x".repeat(100_000)).statusCode()).isBetween(400, 499);
    }

    @Test
    void anEscalationCallsTheSupervisorAndNotifiesTheDeskButNotTheCustomer() throws Exception {
        ComplaintId id = Stories.complaint("<late@example.jp>");
        around.happens(
                Stories.begins(id, "en", "late@example.jp"),
                Stories.recorded(
                        id,
                        2,
                        Instant.now(),
                        Stories.WORKFLOW,
                        new ClockEscalated(
                                new ClockName("resolution"),
                                Instant.now().plus(Duration.ofHours(1)),
                                90,
                                new TreeSet<>(Set.of(EscalationAction.values())),
                                new QueueName("safety"),
                                null)));
        awaitSent("head@example.jp", 1);
        awaitSent("desk@example.jp", 1);
        awaitSent("late@example.jp", 1);
        String call = subject(around.mailsTo("head@example.jp").getFirst());
        assertThat(call).contains("至急").contains("90");
        String note = subject(around.mailsTo("desk@example.jp").getFirst());
        assertThat(note).contains("注意").doesNotContain("至急");
    }

    @Test
    void whatDoesNotReachItsCustomerIsListed() throws Exception {
        ComplaintId id = Stories.complaint("<failed@example.jp>");
        for (String failed : List.of("failed-1", "failed-2")) {
            around.put(
                    Topics.NOTIFICATIONS,
                    new RecordedNotification(
                            id,
                            Instant.parse("2026-03-02T01:00:00Z"),
                            new NotificationFailed(
                                    new NotificationId(failed),
                                    NotificationKind.FOLLOW_UP,
                                    new DeliveryName("email"),
                                    new FailureReason("smtp-unreachable"),
                                    5)));
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(get("/notifications/failures").body())
                                        .contains("failed-2"));
        JsonNode first = json(get("/notifications/failures?limit=1"));
        assertThat(first.path("items").path(0).path("id").stringValue()).isEqualTo("failed-2");
        assertThat(first.path("items").path(0).path("reason").stringValue())
                .isEqualTo("smtp-unreachable");
        JsonNode second =
                json(get("/notifications/failures?cursor=" + first.path("next").stringValue()));
        assertThat(second.path("items").path(0).path("id").stringValue()).isEqualTo("failed-1");
        assertThat(second.has("next")).isFalse();
        assertThat(get("/notifications/failures?cursor=none").statusCode()).isEqualTo(400);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Wire.mapper().readTree(answer.body());
    }

    @Test
    void whileTheMailServerIsAwayNothingIsLost() {
        around.mailServerGoesAway();
        int many = 30;
        for (int i = 0; i < many; i++) {
            around.happens(
                    Stories.begins(Stories.complaint("<away" + i + ">"), "en", "away@example.com"));
        }
        await().atMost(PATIENCE).until(() -> requested("away@example.com") == many);
        around.mailServerComesBack();
        awaitSent("away@example.com", many);
        assertThat(around.mailsTo("away@example.com").stream().map(JourneyIT::messageId))
                .doesNotHaveDuplicates();
    }

    @Test
    void poisonGoesToTheDeadLettersAndItsNeighboursGoThrough() {
        ComplaintId before = Stories.complaint("<poison-before>");
        ComplaintId after = Stories.complaint("<poison-after>");
        around.happens(Stories.begins(before, "en", "poison@example.com"));
        around.put(poison(Topics.COMPLAINTS.name(), before));
        around.put(poison(Topics.NOTIFICATIONS.name(), before));
        around.put(
                Topics.NOTIFICATIONS, Requested.recorded("<poison-between>", "poison@example.com"));
        around.happens(Stories.begins(after, "en", "poison@example.com"));
        awaitSent("poison@example.com", 3);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(dead(Topics.COMPLAINTS.name())).isEqualTo(1);
                            assertThat(dead(Topics.NOTIFICATIONS.name())).isEqualTo(1);
                        });
    }

    @Test
    void anEmptiedDatabaseIsFilledAgain() throws Exception {
        ComplaintId id = Stories.complaint("<rebuild>");
        around.happens(Stories.begins(id, "en", "rebuild@example.com"));
        JsonNode before = awaitLog(id, "SENT");
        try (MongoClient mongo = MongoClients.create(around.mongoAddress())) {
            service.close();
            mongo.getDatabase("amends").drop();
        }
        service = service();
        assertThat(awaitLog(id, "SENT")).isEqualTo(before);
        assertThat(around.mailsTo("rebuild@example.com")).hasSize(1);
    }

    @Test
    void readinessAndMetricsAreThere() throws Exception {
        await().atMost(PATIENCE).until(() -> get("/actuator/health/readiness").statusCode() == 200);
        around.happens(Stories.begins(Stories.complaint("<metrics>"), "en", "metrics@example.com"));
        awaitSent("metrics@example.com", 1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(get("/actuator/prometheus").body())
                                        .contains("amends_followups_scheduled")
                                        .contains("amends_notifications_latency_seconds")
                                        .containsPattern(
                                                "amends_notifications_total\\{.*kind=\"acknowledgement\".*outcome=\"sent\""));
    }

    private static void awaitSent(String address, int times) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(around.mailsTo(address)).hasSize(times));
    }

    private static JsonNode awaitLog(ComplaintId id, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            JsonNode items =
                                    Wire.mapper()
                                            .readTree(get("/notifications?complaint=" + id).body())
                                            .get("items");
                            return items.isEmpty() ? items : items.get(0);
                        },
                        item -> status.equals(item.path("status").stringValue("")));
    }

    private static long requested(String address) {
        return around.notifications(EmailRequested.class).stream()
                .filter(request -> request.to().value().equals(address))
                .count();
    }

    private static String surveyPath() throws Exception {
        String text = "";
        for (MimeMessage mail : around.mailsTo("survey@example.jp")) {
            text += ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        }
        Matcher link = Pattern.compile("http://127.0.0.1:8080(/survey/[\\w-]+)").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(around.notifications(NotificationSent.class))
                .filteredOn(sent -> sent.kind() == NotificationKind.FOLLOW_UP)
                .extracting(NotificationSent::round)
                .contains(1);
        return link.group(1);
    }

    private static ProducerRecord<String, byte[]> poison(String topic, ComplaintId near) {
        return new ProducerRecord<>(
                topic, near.value(), "{\"half a".getBytes(StandardCharsets.UTF_8));
    }

    private static long dead(String topic) {
        return around.records(topic + "-dlt").size();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsPreviewedIsWhatTheCustomerGets() throws Exception {
        ComplaintId id = Stories.complaint("<preview@example.jp>");
        String draft =
                """
                {"complaint": "%s", "brand": "Example", "to": "preview@example.jp", "name": "山田 花子",
                 "language": "ja", "title": "掃除機から煙が出ました", "text": "申し訳ございません。\\n%s"}\
                """
                        .formatted(id, "<b>明日</b>伺います。");
        HttpResponse<String> preview = postJson("/notifications/preview", draft);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);

        around.happens(
                Stories.begins(id, "ja", "preview@example.jp"),
                Stories.recorded(
                        id,
                        2,
                        Instant.now(),
                        Stories.SATO,
                        new ReplySent(new FreeText("申し訳ございません。\n<b>明日</b>伺います。"))));
        awaitSent("preview@example.jp", 2);

        JsonNode shown = Wire.mapper().readTree(preview.body());
        MimeMessage reply =
                around.mailsTo("preview@example.jp").stream()
                        .filter(mail -> subject(mail).equals(shown.path("subject").asString()))
                        .findFirst()
                        .orElseThrow();
        MimeMultipart forms = (MimeMultipart) reply.getContent();
        for (String form : List.of("text", "html")) {
            String sent = (String) forms.getBodyPart(form.equals("text") ? 0 : 1).getContent();
            assertThat(sent.replace("\r\n", "\n").strip())
                    .isEqualTo(shown.path(form).asString().strip());
        }
        assertThat(postJson("/notifications/preview", "{\"text\": \"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(requested("preview@example.jp")).isEqualTo(2);
    }

    @Test
    void aPromiseAndAProposalArePreviewedAsTheirLetters() throws Exception {
        String draft =
                """
                {"complaint": "%s", "brand": "Example", "to": "preview-2@example.jp", "name": "山田 花子",
                 "language": "ja", "title": "掃除機から煙が出ました", %s}\
                """;
        String id = Stories.complaint("<preview-2@example.jp>").value();
        String promise = "\"promise\": {\"what\": \"発送日のご連絡\", \"due\": \"2099-01-05T03:00:00Z\"}";
        String proposal =
                """
                "proposal": {"remedy": {"type": "Material", "kind": "REFUND", "amount": 48000, "currency": "JPY"},
                 "explanation": "全額を返金いたします。"}\
                """;

        JsonNode promised = json(postJson("/notifications/preview", draft.formatted(id, promise)));
        assertThat(promised.path("text").asString()).contains("発送日のご連絡", "2099");
        assertThat(promised.path("html").asString()).contains("発送日のご連絡");
        JsonNode proposed = json(postJson("/notifications/preview", draft.formatted(id, proposal)));
        assertThat(proposed.path("text").asString()).contains("全額を返金いたします。", "48,000");
        String both = draft.formatted(id, promise + ", " + proposal);
        assertThat(postJson("/notifications/preview", both).statusCode()).isEqualTo(400);
        assertThat(requested("preview-2@example.jp")).isZero();
    }

    @Test
    void aChangedTemplateWritesTheNextLettersWhichNameItsVersion() throws Exception {
        String path = "/notification-templates/acknowledgement";
        JsonNode before = json(get(path));
        assertThat(before.path("version").asInt()).isEqualTo(1);
        assertThat(before.path("placeholders").toString()).contains("reference", "title");
        ObjectNode body = (ObjectNode) before.path("body");
        body.withObject("/en").put("subject", "Heard: {{ titel }}");
        HttpResponse<String> refused = put(path, "1", body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/en/subject");
        assertThat(json(refused).at("/errors/0/detail").asString()).contains("titel", "title");

        body.withObject("/en").put("subject", "Heard: {{ title }}");
        JsonNode letters = json(postJson(path + "/preview", body.toString())).path("items");
        assertThat(letters).hasSize(3);
        assertThat(letters.at("/1/message/subject").asString()).startsWith("Heard: Smoke");
        assertThat(json(get(path)).path("version").asInt()).as("only looked at").isEqualTo(1);
        assertThat(json(put(path, "1", body)).path("version").asInt()).isEqualTo(2);
        assertThat(put(path, "1", body).statusCode()).as("overtaken").isEqualTo(412);
        assertThat(put(path, "one", body).statusCode()).isEqualTo(400);
        assertThat(put("/notification-templates/none", "1", body).statusCode()).isEqualTo(404);

        ComplaintId id = Stories.complaint("<template@example.com>");
        around.happens(Stories.begins(id, "en", "template@example.com"));
        awaitSent("template@example.com", 1);
        assertThat(subject(around.mailsTo("template@example.com").getFirst())).startsWith("Heard:");
        assertThat(around.notifications(EmailRequested.class))
                .filteredOn(mail -> mail.to().value().equals("template@example.com"))
                .extracting(mail -> mail.template().version())
                .containsExactly(2);
        assertThat(json(get(path + "/versions")).path("items"))
                .extracting(version -> version.path("version").asInt())
                .containsExactly(2, 1);
        assertThat(json(get(path + "/versions/1")).at("/body/en/subject").asString())
                .isNotEqualTo(body.at("/en/subject").asString());
        assertThat(get(path + "/versions/9").statusCode()).isEqualTo(404);
        assertThat(json(get("/notification-templates")).path("items")).hasSize(14);
        service.close();
        service = service();
        assertThat(json(get(path)).path("version").asInt()).as("after a restart").isEqualTo(2);
    }

    private static HttpResponse<String> put(String path, String seen, JsonNode body)
            throws IOException, InterruptedException {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(address(path))
                                .headers(SignedIdentities.identified())
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"" + seen + "\"")
                                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString()));
    }

    @Test
    void onlyWhatTheGatewayLetInIsAnswered() {
        EnforcedRights.hold("notification", address("/"));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(address(path))
                                .headers(SignedIdentities.identified())
                                .build(),
                        BodyHandlers.ofString()));
    }

    private static HttpResponse<String> post(String path, String form)
            throws IOException, InterruptedException {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(address(path))
                                .headers(SignedIdentities.identified())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString()));
    }

    private static HttpResponse<String> postJson(String path, String json)
            throws IOException, InterruptedException {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(address(path))
                                .headers(SignedIdentities.identified())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString()));
    }

    private static URI address(String path) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
