package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.SignedIdentities;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class ComplaintsIT extends RunningIntake {

    @Test
    void aComplaintIsOnTheLogWhenItIsAccepted() throws Exception {
        String body =
                """
                {"brand":"Example","source":"shop","id":"form-1","receivedAt":"2026-04-01T18:30:00+09:00",
                 "customer":{"name":"山田　花子","email":"Hanako@EXAMPLE.jp","phone":"０３-１２３４-５６７８","tier":"Premium","area":"東京都"},
                 "subject":"ｿｳｼﾞｷから煙","text":"<p>使用中に焦げ臭いにおいがして、<br>煙が出ました。</p>注文番号：A-10023","product":"ＣｌｅａｎＡｉｒ ３００"}
                """;
        HttpResponse<String> response = postJson("/complaints", body);
        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode receipt = json(response);
        assertThat(receipt.path("status").asString()).isEqualTo("accepted");
        Contact contact =
                contacts().stream()
                        .filter(
                                c ->
                                        c.content()
                                                .id()
                                                .value()
                                                .equals(receipt.path("contactId").asString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(response.headers().firstValue("Location"))
                .hasValue("/api/complaints/" + contact.complaintId());
        assertThat(receipt.path("reference").asString())
                .isEqualTo(contact.complaintId().reference().toString());
        assertThat(contact.customer().identifiedBy()).isEqualTo(IdentifiedBy.EMAIL);
        assertThat(contact.customer().emails().getFirst().value()).isEqualTo("Hanako@example.jp");
        assertThat(contact.customer().phones().getFirst().value()).isEqualTo("+81312345678");
        assertThat(contact.customer().tier().value()).isEqualTo("premium");
        assertThat(contact.content().receivedAt()).isEqualTo(Instant.parse("2026-04-01T09:30:00Z"));
        assertThat(contact.content().language().value()).isEqualTo("ja");
        assertThat(contact.content().subject().value()).isEqualTo("ソウジキから煙");
        assertThat(contact.content().text().value())
                .isEqualTo("使用中に焦げ臭いにおいがして、\n煙が出ました。\n注文番号:A-10023");
        assertThat(contact.content().product().value()).isEqualTo("CleanAir 300");
        assertThat(contact.content().orders())
                .extracting(Object::toString)
                .containsExactly("A-10023");
        assertThat(new String(contact.original().content().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(body);
    }

    @Test
    void whoeverIsLimitedToABrandAndAChannelSendsNothingElse() throws Exception {
        Identity limited =
                new Identity(
                        new Actor(Actor.Kind.INTEGRATION, new ActorName("shop")),
                        new TreeSet<>(Set.of(Role.INTEGRATION)),
                        new Reach(
                                List.of(new BrandName("Example")),
                                List.of(),
                                List.of(new ChannelName("web-form"))));
        String[] who = {IdentitySigner.HEADER, SignedIdentities.token(limited)};
        String mine = "{\"text\":\"a\",\"brand\":\"Example\",\"channel\":\"web-form\"}";
        assertThat(postJson("/complaints", mine, who).statusCode()).isEqualTo(202);
        HttpResponse<String> other = postJson("/complaints", mine.replace("Example", "Other"), who);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).at("/errors/0/pointer").asString()).isEqualTo("/brand");
        assertThat(
                        json(postJson("/complaints", mine.replace("web-form", "chat"), who))
                                .at("/errors/0/pointer")
                                .asString())
                .isEqualTo("/channel");
        HttpResponse<String> rows =
                post(
                        "/bulk?importId=limited",
                        "application/x-ndjson",
                        (mine.replace("\"a\"", "\"b\"") + "\n" + mine.replace("Example", "Other"))
                                .getBytes(StandardCharsets.UTF_8),
                        who);
        assertThat(rows.body()).contains("You may send for these brands only: [Example]");
    }

    @Test
    void theSameInputHasTheSameIdsHoweverOftenItComes() throws Exception {
        String body = "{\"text\":\"The kettle leaks again\"}";
        JsonNode first = json(postJson("/complaints", body));
        assertThat(json(postJson("/complaints", body))).isEqualTo(first);
        assertThat(json(postJson("/complaints", "{\"text\":\"Another\"}"))).isNotEqualTo(first);
    }

    @Test
    void aQuotedReferenceWins() throws Exception {
        JsonNode first = json(postJson("/complaints", "{\"text\":\"first\",\"id\":\"ref-1\"}"));
        JsonNode second =
                json(
                        postJson(
                                "/complaints",
                                "{\"text\":\"second\",\"id\":\"ref-2\",\"reference\":\""
                                        + first.path("reference")
                                                .asString()
                                                .toLowerCase(java.util.Locale.ROOT)
                                        + "\"}"));
        assertThat(second.path("complaintId")).isEqualTo(first.path("complaintId"));
        assertThat(second.path("contactId")).isNotEqualTo(first.path("contactId"));
    }

    @Test
    void anIdempotencyKeyIsTheSourcesOwnId() throws Exception {
        String body = "{\"text\":\"key\"}";
        JsonNode first = json(postJson("/complaints", body, "Idempotency-Key", "k1"));
        assertThat(json(postJson("/complaints", body, "Idempotency-Key", "k1"))).isEqualTo(first);
        assertThat(json(postJson("/complaints", body, "Idempotency-Key", "k2")))
                .isNotEqualTo(first);
        HttpResponse<String> other =
                postJson("/complaints", "{\"text\":\"other\"}", "Idempotency-Key", "k1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void whatIsWrongIsListed() throws Exception {
        HttpResponse<String> wrong =
                postJson(
                        "/complaints",
                        "{\"text\":\" "
                            + " \",\"subject\":7,\"customer\":{\"emails\":[\"a@b.c\",1]},\"receivedAt\":\"soon\",\"reference\":\"AAAA\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                "/text",
                                "/subject",
                                "/customer/emails/1",
                                "/receivedAt",
                                "/reference"));
        for (String broken :
                List.of("{\"text\":\"x", "[]", "", "null", "{\"text\":\"x\"} {}", "\u0000")) {
            HttpResponse<String> refused = postJson("/complaints", broken);
            assertThat(refused.statusCode()).as(broken).isEqualTo(400);
            assertThat(json(refused).path("errors").size()).as(broken).isEqualTo(1);
        }
        assertThat(post("/complaints", "text/plain", new byte[] {1}).statusCode()).isEqualTo(415);
    }

    @Test
    void whoHasASecretSendsNothingUnsigned() throws Exception {
        String body = "{\"text\":\"signed\"}";
        String now = String.valueOf(Instant.now().getEpochSecond());
        String[] headers = {
            "Amends-Actor",
            "integration:signing",
            "webhook-id",
            "msg_1",
            "webhook-timestamp",
            now,
            "webhook-signature",
            "v1," + signature("msg_1." + now + "." + body)
        };
        assertThat(postJson("/complaints", body, headers).statusCode()).isEqualTo(202);
        HttpResponse<String> changed = postJson("/complaints", body + " ", headers);
        assertThat(changed.statusCode()).isEqualTo(401);
        assertThat(json(changed).path("detail").asString()).contains("Nothing was taken in");
        assertThat(
                        post(
                                        "/events",
                                        "application/cloudevents+json",
                                        body.getBytes(StandardCharsets.UTF_8),
                                        "Amends-Actor",
                                        "integration:signing")
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        post(
                                        "/email",
                                        "message/rfc822",
                                        "Subject: s\r\n\r\nx".getBytes(StandardCharsets.UTF_8),
                                        "Amends-Actor",
                                        "integration:Signing")
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        post(
                                        "/bulk",
                                        "application/x-ndjson",
                                        body.getBytes(StandardCharsets.UTF_8),
                                        "Amends-Actor",
                                        "integration:signing")
                                .statusCode())
                .isEqualTo(403);
    }

    private static String signature(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
