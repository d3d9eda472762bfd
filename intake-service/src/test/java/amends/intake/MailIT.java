package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.Attachment;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ScanFinding;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.wire.Topics;
import amends.intake.content.PlayedClamd;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class MailIT extends RunningIntake {

    private static final byte[] PICTURE = "GIF89a \u0001".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void aFileOfAMailIsKeptAndHandedOutAsBytes() throws Exception {
        JsonNode receipt =
                mail(
                        "Message-ID: <file@x>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                                + "--b\r\n\r\nsee the picture\r\n"
                                + "--b\r\n"
                                + "Content-Type: text/html; name=evil.html\r\n\r\n"
                                + new String(PICTURE, StandardCharsets.ISO_8859_1)
                                + "\r\n--b--\r\n");
        assertThat(receipt.path("status").asString()).isEqualTo("accepted");
        Attachment attachment = contact(receipt).content().attachments().getFirst();

        HttpResponse<byte[]> file = bytes("/attachments/" + attachment.hash());

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(PICTURE).hasSize((int) attachment.size());
        assertThat(header(file, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(file, "Content-Disposition")).startsWith("attachment");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Content-Security-Policy")).contains("sandbox");
        for (String other : List.of("0".repeat(64), "nonsense", "..%2Fsecret")) {
            assertThat(bytes("/attachments/" + other).statusCode()).as(other).isIn(400, 404);
        }
    }

    @Test
    void aFileWithAVirusIsWithheldAndItsMailBecomesAComplaintWithTheFinding() throws Exception {
        JsonNode receipt = mail(withFile("infected", VIRUS));
        assertThat(receipt.path("status").asString()).isEqualTo("accepted");
        Contact contact = contact(receipt);
        assertThat(contact.content().text().value()).isEqualTo("see the file");
        Attachment attachment = contact.content().attachments().getFirst();
        assertThat(attachment.finding()).isEqualTo(new ScanFinding("Played-Test-Signature"));

        HttpResponse<String> refused = get("/attachments/" + attachment.hash());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asString()).contains("Played-Test-Signature");
    }

    @Test
    void aFileThatCantBeScannedIsWithheldAndItsMailIsTaken() throws Exception {
        Contact contact = contact(mail(withFile("unscanned", PlayedClamd.FAILS)));
        Attachment attachment = contact.content().attachments().getFirst();
        assertThat(attachment.finding()).isEqualTo(new ScanFinding("could not be scanned"));
        assertThat(get("/attachments/" + attachment.hash()).statusCode()).isEqualTo(403);
    }

    @Test
    void aMailWithFilesIsNotTakenWhileTheScannerIsAway() throws Exception {
        String mail = withFile("waiting", "harmless");
        int port = scanner.port();
        scanner.close();
        try {
            assertThat(posted(mail, "mail").statusCode()).isEqualTo(503);
            assertThat(mail("Message-ID: <nofile@x>\r\n\r\nIt leaks").path("status").asString())
                    .isEqualTo("accepted");
        } finally {
            scanner = new PlayedClamd(VIRUS, port);
        }
        Attachment attachment = contact(mail(mail)).content().attachments().getFirst();
        assertThat(attachment.finding()).isNull();
        assertThat(get("/attachments/" + attachment.hash()).body()).isEqualTo("harmless");
    }

    private static String withFile(String id, String file) {
        return ("Message-ID: <%s@x>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\n\r\nsee the file\r\n"
                        + "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%s"
                        + "\r\n--b--\r\n")
                .formatted(id, file);
    }

    @Test
    void aMachinesMailIsSetAsideAndABounceFindsItsDelivery() throws Exception {
        JsonNode receipt =
                mail(
                        "Message-ID: <bounce@x>\r\n"
                                + "Content-Type: multipart/report; report-type=delivery-status;"
                                + " boundary=b\r\n\r\n"
                                + "--b\r\n"
                                + "Content-Type: message/delivery-status\r\n\r\n"
                                + "Reporting-MTA: dns; x\r\n\r\n"
                                + "Action: failed\r\n"
                                + "Status: 5.1.1\r\n\r\n"
                                + "--b\r\n"
                                + "Content-Type: text/rfc822-headers\r\n\r\n"
                                + "Message-ID: <7ZQ4KX2M9N5T0V8W3Y6B1C4D2F@amends.example>\r\n"
                                + "References: <K3F9Q2X7MN5T@amends.example>\r\n"
                                + "Amends-Notification-Kind: SOLUTION\r\n\r\n"
                                + "--b--\r\n");
        assertThat(receipt.path("status").asString()).isEqualTo("set-aside");
        assertThat(receipt.path("reason").asString()).isEqualTo("delivery-failure");
        assertThat(receipt.has("contactId")).isFalse();
        assertThat(all(Topics.NOTIFICATIONS))
                .anySatisfy(
                        told -> {
                            assertThat(told.complaintId().value()).isEqualTo("K3F9Q2X7MN5T");
                            assertThat(told.event())
                                    .isInstanceOf(NotificationEvent.NotificationBounced.class);
                        });
        String id = receipt.path("quarantineId").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/quarantine/" + id).statusCode() == 200);
        assertThat(json(get("/quarantine/" + id)).path("status").asString()).isEqualTo("set-aside");
        assertThat(get("/quarantine?status=set-aside").body()).contains(id);
        assertThat(postJson("/quarantine/" + id + "/discard", "{\"reason\":\"x\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatWasSetAsideWronglyBecomesAContactWhenItIsTriedAgain() throws Exception {
        String id =
                mail("Message-ID: <person@x>\r\nX-Autoreply: yes\r\n\r\nIt leaks")
                        .path("quarantineId")
                        .asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/quarantine/" + id).statusCode() == 200);

        JsonNode released = json(postJson("/quarantine/" + id + "/retry", ""));

        assertThat(released.path("status").asString()).isEqualTo("released");
        assertThat(contact(released).content().text().value()).isEqualTo("It leaks");
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                json(get("/quarantine/" + id))
                                        .path("status")
                                        .asString()
                                        .equals("released"));
        assertThat(postJson("/quarantine/" + id + "/retry", "").statusCode()).isEqualTo(409);
    }

    @Test
    void theBooksBalanceOnceWorkflowHasAnswered() throws Exception {
        PlayedWorkflow workflow = new PlayedWorkflow();
        try {
            String source = "books-" + System.nanoTime();
            mail("Message-ID: <books1@x>\r\n\r\nIt leaks", source);
            mail("Message-ID: <books1@x>\r\n\r\nIt leaks", source);
            mail("Message-ID: <books2@x>\r\nReferences: <books1@x>\r\n\r\nIt still leaks", source);
            mail("Message-ID: <books3@x>\r\nAuto-Submitted: auto-replied\r\n\r\nI am away", source);
            mail(
                    "Message-ID: <books4@x>\r\nContent-Type: text/plain; charset=x-none\r\n\r\nx",
                    source);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(booked(source))
                                            .isNotEmpty()
                                            .allMatch(each -> sum(each, "open") == 0));

            for (Figure figure :
                    List.of(
                            new Figure("received", 5),
                            new Figure("new", 1),
                            new Figure("appended", 1),
                            new Figure("known", 1),
                            new Figure("quarantined", 1),
                            new Figure("setAside", 1),
                            new Figure("rejected", 0),
                            new Figure("failed", 0))) {
                assertThat(booked(source).mapToLong(each -> sum(each, figure.name())).sum())
                        .as(figure.name())
                        .isEqualTo(figure.value());
            }
            assertThat(json(get("/operations/intake")).path("missing").path("count").asLong(-1))
                    .isZero();
        } finally {
            workflow.stop();
        }
    }

    private record Figure(String name, long value) {}

    private static long sum(JsonNode row, String figure) {
        return row.path(figure).asLong();
    }

    private Stream<JsonNode> booked(String source) throws Exception {
        return json(get("/operations/intake?minutes=60"))
                .path("sources")
                .valueStream()
                .filter(each -> each.path("source").asString("").equals(source));
    }

    private JsonNode mail(String rest) throws Exception {
        return mail(rest, "mail");
    }

    private JsonNode mail(String rest, String source) throws Exception {
        HttpResponse<String> answer = posted(rest, source);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer);
    }

    private HttpResponse<String> posted(String rest, String source) throws Exception {
        return post(
                "/email?source=" + source,
                "message/rfc822",
                ("From: a@example.com\r\nSubject: s\r\n" + rest)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Contact contact(JsonNode receipt) {
        return contacts().stream()
                .filter(
                        each ->
                                each.content()
                                        .id()
                                        .value()
                                        .equals(receipt.path("contactId").asString()))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path)).headers(SignedIdentities.identified()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
