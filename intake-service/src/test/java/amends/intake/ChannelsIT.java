package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.SignedIdentities;
import amends.intake.channel.PostedSamples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The channels that are posted to, LINE and the form page, through the whole service.
class ChannelsIT extends RunningIntake {

    private static final String BOUNDARY = "scan-and-cover";

    private static final String FORM = "multipart/form-data; boundary=page";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls",
                "chat",
                "social",
                "sms",
                "reception",
                "field-visit",
                "packaging-code",
                "survey",
                "notices"
            })
    void whatIsPostedIsOneContactHoweverOftenItComes(String channel) throws Exception {
        String sample = PostedSamples.recorded(channel + ".json");
        HttpResponse<String> first = postJson("/channels/" + channel, sample);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(json(first).path("status").asString()).isEqualTo("accepted");
        assertThat(json(postJson("/channels/" + channel, sample))).isEqualTo(json(first));
        assertThat(contact(json(first)).content().text().value()).contains("It leaks");
    }

    @Test
    void aLetterIsKeptWithItsScanOrWaitsForItsWords() throws Exception {
        String letter = PostedSamples.recorded("letters.txt");
        JsonNode receipt = json(letter(letter));
        assertThat(receipt.path("status").asString()).isEqualTo("accepted");
        String hash = contact(receipt).content().attachments().getFirst().hash().value();
        assertThat(get("/attachments/" + hash).body()).isEqualTo("%PDF-1.4 an invented scan");

        JsonNode waits = json(letter(letter.replace(",\"text\":\"It leaks\"", "")));
        assertThat(waits.path("reason").asString()).isEqualTo("needs-transcription");
    }

    @Test
    void aLetterThatWaitsIsOneItemHoweverOftenItIsPosted() throws Exception {
        String untyped =
                PostedSamples.recorded("letters.txt").replace(",\"text\":\"It leaks\"", "");
        String again = untyped.replace(BOUNDARY, "another-boundary");
        String other = untyped.replace("an invented scan", "another scan");
        String first = json(letter(untyped)).path("quarantineId").asString();
        assertThat(json(letter(again, "another-boundary")).path("quarantineId").asString())
                .isEqualTo(first);
        assertThat(json(letter(other)).path("quarantineId").asString()).isNotEqualTo(first);
    }

    private HttpResponse<String> letter(String content) throws Exception {
        return letter(content, BOUNDARY);
    }

    private HttpResponse<String> letter(String content, String boundary) throws Exception {
        return post(
                "/channels/letters",
                "multipart/form-data; boundary=" + boundary,
                content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theBooksOfACallCentreBalance() throws Exception {
        String source = "integration:telephone-" + System.nanoTime();
        PlayedWorkflow workflow = new PlayedWorkflow();
        try {
            String missed =
                    "{\"event\":\"missed\",\"call\":\"%s\",\"from\":\"+81312345678\"}"
                            .formatted(source);
            String ended = "{\"event\":\"ended\",\"call\":\"%s\"}".formatted(source);
            assertThat(call(missed, source)).isEqualTo("accepted");
            assertThat(call(missed, source)).isEqualTo("accepted");
            assertThat(call(ended, source)).isEqualTo("set-aside");
            assertThat(postJson("/channels/calls", "{}", "Amends-Actor", source).statusCode())
                    .isEqualTo(422);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    Stream.of(
                                                                    "received",
                                                                    "new",
                                                                    "known",
                                                                    "setAside",
                                                                    "rejected",
                                                                    "open")
                                                            .map(figure -> booked(source, figure)))
                                            .containsExactly(4L, 1L, 1L, 1L, 1L, 0L));
        } finally {
            workflow.stop();
        }
    }

    private String call(String event, String source) throws Exception {
        return json(postJson("/channels/calls", event, "Amends-Actor", source))
                .path("status")
                .asString();
    }

    /// The ledger cuts long names of sources.
    private long booked(String source, String figure) {
        try {
            return json(get("/operations/intake?minutes=60"))
                    .path("sources")
                    .valueStream()
                    .filter(each -> source.startsWith(each.path("source").asString("-")))
                    .mapToLong(each -> each.path(figure).asLong())
                    .sum();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoIsLimitedToChannelsPostsToNoOther() throws Exception {
        Identity limited =
                new Identity(
                        new Actor(Actor.Kind.INTEGRATION, new ActorName("switchboard")),
                        new TreeSet<>(Set.of(Role.INTEGRATION)),
                        new Reach(List.of(), List.of(), List.of(new ChannelName("call-back"))));
        String[] who = {IdentitySigner.HEADER, SignedIdentities.token(limited)};
        String missed = "{\"event\":\"missed\",\"call\":\"limited\",\"from\":\"+81312345678\"}";
        assertThat(postJson("/channels/calls", missed, who).statusCode()).isEqualTo(202);
        HttpResponse<String> words =
                postJson(
                        "/channels/calls",
                        missed.replace("\"from\"", "\"transcript\":\"It leaks\",\"from\""),
                        who);
        assertThat(words.statusCode()).isEqualTo(422);
        assertThat(postJson("/channels/sms", PostedSamples.recorded("sms.json"), who).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThat(postJson("/channels/pigeons", "{}").statusCode()).isEqualTo(404);
        assertThat(postJson("/channels/letters", "{}").statusCode()).isEqualTo(415);
        assertThat(post("/channels/sms", "text/plain", new byte[] {1}).statusCode()).isEqualTo(415);
        HttpResponse<String> wrong =
                postJson("/channels/sms", "{\"from\":\"090\",\"text\":\"x\",\"id\":\"1\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/from", "/sentAt");
    }

    @Test
    void lineIsAnsweredWhenItsSignatureIsRight() throws Exception {
        String text = PostedSamples.recorded("line.json").strip();
        String sticker =
                "{\"type\":\"message\",\"message\":{\"type\":\"sticker\",\"id\":\"2\"},"
                        + "\"webhookEventId\":\"w2\",\"timestamp\":1775035800000}";
        String blank = text.replace("It leaks", " ");
        String delivery =
                "{\"destination\":\"U\",\"events\":[" + text + "," + sticker + "," + blank + "]}";
        HttpResponse<String> answer = line("shop", delivery, signature(delivery));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).findValuesAsString("status"))
                .containsExactly("accepted", "set-aside", "quarantined");
        assertThat(contact(json(answer).get(0)).content().source().value()).isEqualTo("line:shop");
        String none = "{\"destination\":\"U\",\"events\":[]}";
        assertThat(line("shop", none, signature(none)).body()).isEqualTo("[]");

        assertThat(line("shop", delivery + " ", signature(delivery)).statusCode()).isEqualTo(401);
        assertThat(line("shop", delivery, "").statusCode()).isEqualTo(401);
        assertThat(line("other", delivery, signature(delivery)).statusCode()).isEqualTo(404);
        assertThat(line("shop", "[]", signature("[]")).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> line(String account, String body, String signature)
            throws Exception {
        return postJson(
                "/line/" + account,
                body,
                IdentitySigner.HEADER,
                SignedIdentities.token(Identity.anybody()),
                "X-Line-Signature",
                signature);
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a-line-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFormNeedsNoScriptAndGivesAReference() throws Exception {
        HttpResponse<String> page = get("/form?lang=ja&product=Kettle%20%3CK2%3E&lot=L42");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors https://shop.example")
                .doesNotContain("script", "unsafe");
        assertThat(page.body())
                .contains("お困りのことをお聞かせください", "value=\"Kettle &lt;K2&gt;\"", "value=\"L42\"")
                .doesNotContain("<script", "<K2>");
        assertThat(get("/form/form.css").statusCode()).isEqualTo(200);

        String filled = PostedSamples.recorded("web-form.txt").replace("TOKEN", token(page));
        // nobody fills it in faster
        Thread.sleep(Duration.ofSeconds(2));
        HttpResponse<String> receipt = form(filled);

        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        Contact contact =
                contacts().stream()
                        .filter(
                                each ->
                                        receipt.body()
                                                .contains(
                                                        each.complaintId().reference().toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(contact.content().channel().value()).isEqualTo("web-form");
        assertThat(get("/attachments/" + contact.content().attachments().getFirst().hash()).body())
                .isEqualTo("an invented picture");
        assertThat(form(filled).body()).isEqualTo(receipt.body());
    }

    @Test
    void aPageThatIsSentAtOnceIsAskedForOnceMoreAndThenGivesAReference() throws Exception {
        String filled = PostedSamples.recorded("web-form.txt").replace("It leaks", "It smokes");
        HttpResponse<String> again = form(filled.replace("TOKEN", token(get("/form?lang=en"))));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("press Send once more", "It smokes", "ada@example.org", "role=\"alert\"");

        HttpResponse<String> receipt = form(filled.replace("TOKEN", token(again)));
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(receipt.body()).contains("Reference:");
    }

    @Test
    void whatACustomerWroteIsNotLostWhenThePageComesBack() throws Exception {
        String filled = PostedSamples.recorded("web-form.txt").replace("It leaks", "a <b> & c");
        HttpResponse<String> again = form(filled.replace("TOKEN", "old"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("a &lt;b&gt; &amp; c", "role=\"alert\"");

        HttpResponse<String> receipt = form(filled.replace("TOKEN", token(again)));
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).contains("Reference:");
        assertThat(post("/form", "multipart/form-data", new byte[] {1}).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatACustomerWroteIsNotLostWhenHisPhotosAreTooLarge() throws Exception {
        String filled =
                PostedSamples.recorded("web-form.txt")
                        .replace("an invented picture", "x".repeat(11_000_000));
        HttpResponse<String> again = form(filled);
        assertThat(again.statusCode()).isEqualTo(413);
        assertThat(again.body()).contains("It leaks", "ada@example.org", "9 MB", "role=\"alert\"");
    }

    private HttpResponse<String> form(String filled) throws Exception {
        return post(
                "/form",
                FORM,
                filled.getBytes(StandardCharsets.UTF_8),
                IdentitySigner.HEADER,
                SignedIdentities.token(Identity.anybody()));
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static Contact contact(JsonNode receipt) {
        String id = receipt.path("contactId").asString();
        return contacts().stream()
                .filter(each -> each.content().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
