package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import com.mongodb.client.MongoDatabase;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class QuarantineIT extends RunningIntake {

    @Autowired private MongoDatabase database;

    @Test
    void anUnknownEventTypeIsKeptAndCanBeTriedAgain() throws Exception {
        HttpResponse<String> response =
                post(
                        "/events",
                        "application/cloudevents+json",
                        "{\"specversion\":\"1.0\",\"id\":\"q1\",\"source\":\"/s\",\"type\":\"com.example.other\"}"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("status").asString()).isEqualTo("quarantined");
        String id = json(response).path("quarantineId").asString();
        JsonNode item = seen(id);
        assertThat(item.path("reason").asString()).isEqualTo("event-type-unknown");
        assertThat(item.path("content").asString()).isNotEmpty();
        HttpResponse<String> retried = postJson("/quarantine/" + id + "/retry", "");
        assertThat(json(retried).path("status").asString()).isEqualTo("quarantined");
        assertThat(json(retried).path("reason").asString()).isEqualTo("event-type-unknown");
    }

    @Test
    void whatIsUnderstoodTodayIsReleased() throws Exception {
        String complaint = "{\"id\":\"later\",\"text\":\"understood later\"}";
        var kept =
                new amends.contracts.quarantine.RecordedQuarantine(
                        new amends.contracts.quarantine.QuarantineId("Q-later"),
                        new amends.contracts.contact.SourceName("shop"),
                        java.time.Instant.parse("2026-04-01T09:30:00Z"),
                        new amends.contracts.quarantine.QuarantineEvent.InputQuarantined(
                                new amends.contracts.contact.ChannelName("complaints"),
                                null,
                                new amends.contracts.quarantine.QuarantineReason("was-unknown"),
                                new amends.contracts.personal.FreeText("x"),
                                new amends.contracts.contact.MediaTypeName("application/json"),
                                amends.contracts.personal.RawContent.of(
                                        complaint.getBytes(StandardCharsets.UTF_8)),
                                null));
        send(Topics.QUARANTINE.record(kept));
        seen("Q-later");
        JsonNode released =
                json(postJson("/quarantine/Q-later/retry", "", "Amends-Actor", "agent:sato"));
        assertThat(released.path("status").asString()).isEqualTo("released");
        assertThat(contacts())
                .anyMatch(
                        contact ->
                                contact.content()
                                        .id()
                                        .value()
                                        .equals(released.path("contactId").asString()));
        await().untilAsserted(
                        () ->
                                assertThat(seen("Q-later").path("status").asString())
                                        .isEqualTo("released"));
        assertThat(postJson("/quarantine/Q-later/retry", "").statusCode()).isEqualTo(409);
    }

    @Test
    void aCorrectionIsTriedAndKeptBesideTheOriginal() throws Exception {
        String id = kept("/edited-later", "com.example.unknown");
        JsonNode original = seen(id);
        assertThat(original.path("ageSeconds").asLong()).isNotNegative();
        String path = "/quarantine/" + id + "/edit";
        assertThat(postJson(path, "{}").statusCode()).isEqualTo(422);
        assertThat(postJson(path, "{\"content\":\"?\"}").statusCode()).isEqualTo(422);
        assertThat(postJson("/quarantine/none/edit", "{\"text\":\"x\"}").statusCode())
                .isEqualTo(404);

        JsonNode still = json(postJson(path, text("{\"specversion\":\"1.0\"}")));
        assertThat(still.path("status").asString()).isEqualTo("quarantined");
        assertThat(still.path("reason").asString()).isEqualTo("rules-broken");

        String corrected = event("/edited-later", "amends.complaint.submitted");
        JsonNode released = json(postJson(path, text(corrected), "Amends-Actor", "agent:sato"));
        assertThat(released.path("status").asString()).isEqualTo("released");
        assertThat(postJson(path, text(corrected)).statusCode()).isEqualTo(409);
        assertThat(contacts())
                .filteredOn(each -> each.content().source().value().equals("/edited-later"))
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.content().id().value())
                                        .isEqualTo(released.path("contactId").asString()));
        await().untilAsserted(
                        () -> {
                            JsonNode item = seen(id);
                            assertThat(item.path("status").asString()).isEqualTo("released");
                            assertThat(item.path("content")).isEqualTo(original.path("content"));
                            assertThat(item.at("/edited/by").asString()).isEqualTo("agent:sato");
                            assertThat(
                                            Base64.getDecoder()
                                                    .decode(item.at("/edited/content").asString()))
                                    .asString(StandardCharsets.UTF_8)
                                    .isEqualTo(corrected);
                            assertThat(item.has("ageSeconds")).isFalse();
                        });
    }

    @Test
    void allOfAReasonAreTriedAgainAndTheirAgeIsMeasured() throws Exception {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            ids.add(kept("/all-" + i, "com.example.none"));
        }
        for (String id : ids) {
            seen(id);
        }
        JsonNode list = json(get("/quarantine?reason=event-type-unknown&limit=200"));
        assertThat(list.path("items").valueStream().map(each -> each.path("id").asString()))
                .containsAll(ids);
        assertThat(json(get("/quarantine?reason=none-such")).path("items").size()).isZero();
        assertThat(list.at("/lying/count").asLong()).isGreaterThanOrEqualTo(3);

        JsonNode retried =
                json(postJson("/quarantine/retry", "{\"reason\":\"event-type-unknown\"}"));
        assertThat(retried.path("tried").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(retried.path("quarantined")).isEqualTo(retried.path("tried"));
        assertThat(
                        json(postJson("/quarantine/retry", "{\"source\":\"none-such\"}"))
                                .path("tried")
                                .asInt())
                .isZero();
        await().untilAsserted(
                        () ->
                                assertThat(get("/actuator/prometheus").body())
                                        .containsPattern("amends_quarantine_inputs [1-9]")
                                        .containsPattern(
                                                "amends_quarantine_oldest_age_seconds [0-9]"));
    }

    @Test
    void pagesAndDiscarding() throws Exception {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            ids.add(
                    json(post(
                                    "/email",
                                    "message/rfc822",
                                    ("no mail " + i).getBytes(StandardCharsets.UTF_8)))
                            .path("quarantineId")
                            .asString());
        }
        for (String id : ids) {
            seen(id);
        }
        Set<String> listed = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = json(get("/quarantine?limit=2" + cursor));
            page.path("items").forEach(item -> listed.add(item.path("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
        } while (cursor != null);
        assertThat(listed).containsAll(ids);
        assertThat(get("/quarantine?cursor=x").statusCode()).isEqualTo(400);
        assertThat(get("/quarantine/none").statusCode()).isEqualTo(404);
        assertThat(get("/quarantine/" + "n".repeat(201)).statusCode()).isEqualTo(404);

        String id = ids.iterator().next();
        assertThat(postJson("/quarantine/" + id + "/discard", "{}").statusCode()).isEqualTo(422);
        assertThat(postJson("/quarantine/" + id + "/discard", "{\"reason\":\"spam\"}").statusCode())
                .isEqualTo(200);
        await().untilAsserted(
                        () ->
                                assertThat(seen(id).path("status").asString())
                                        .isEqualTo("discarded"));
    }

    @Test
    void aPoisonRecordLetsItsNeighboursThrough() throws Exception {
        send(
                new ProducerRecord<>(
                        Topics.QUARANTINE.name(),
                        0,
                        "k",
                        "{poison".getBytes(StandardCharsets.UTF_8)));
        send(
                new ProducerRecord<>(
                        Topics.QUARANTINE.name(),
                        0,
                        "k",
                        "{\"id\":\"x\",\"source\":\"s\",\"at\":\"2026-04-01T09:30:00Z\",\"event\":{\"type\":\"Unheard\"}}"
                                .getBytes(StandardCharsets.UTF_8)));
        String id =
                json(post(
                                "/email",
                                "message/rfc822",
                                "behind poison".getBytes(StandardCharsets.UTF_8)))
                        .path("quarantineId")
                        .asString();
        seen(id);
        await().untilAsserted(
                        () ->
                                assertThat(records(Topics.deadLetters(Topics.QUARANTINE)))
                                        .extracting(
                                                message ->
                                                        new String(
                                                                message.value(),
                                                                StandardCharsets.UTF_8))
                                        .contains("{poison")
                                        .anyMatch(value -> value.contains("Unheard")));
        assertThat(database.getCollection("positions").countDocuments()).isPositive();
    }

    private String kept(String source, String type) throws Exception {
        return json(post(
                        "/events",
                        "application/cloudevents+json",
                        event(source, type).getBytes(StandardCharsets.UTF_8)))
                .path("quarantineId")
                .asString();
    }

    private static String event(String source, String type) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"%s\",\"type\":\"%s\",\"data\":{\"text\":\"It leaks\"}}"
                .formatted(source, type);
    }

    private static String text(String corrected) {
        return Wire.mapper().createObjectNode().put("text", corrected).toString();
    }

    private JsonNode seen(String id) {
        return await().until(() -> json(get("/quarantine/" + id)), item -> item.has("channel"));
    }

    private static void send(ProducerRecord<String, byte[]> message) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", BROKER.getBrokersAsString()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(message).get();
        }
    }
}
