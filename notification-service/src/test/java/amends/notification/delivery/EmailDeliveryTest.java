package amends.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.notification.FailureReason;
import amends.notification.Stories;
import amends.notification.delivery.Delivery.Outgoing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class EmailDeliveryTest {

    @Test
    void eachRecipientGetsTheVerdictOfTheServer() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(EmailDeliveryTest::answer);
                EmailDelivery delivery = new EmailDelivery(settings(server.port(), 1))) {
            List<Attempt> attempts =
                    delivery.deliver(
                            Stream.of("fine", "unknown", "busy", "fine")
                                    .map(name -> outgoing(name + "@example.jp"))
                                    .toList());
            assertThat(attempts.get(0)).isInstanceOf(Attempt.Accepted.class);
            assertThat(attempts.get(1))
                    .isEqualTo(new Attempt.Rejected(new FailureReason("smtp-550")));
            assertThat(attempts.get(2))
                    .isEqualTo(new Attempt.PutOff(new FailureReason("smtp-451")));
            assertThat(attempts.get(3)).isInstanceOf(Attempt.Accepted.class);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void aServerThatClosesSaysNothingAboutTheMessages() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(EmailDeliveryTest::answer);
                EmailDelivery delivery = new EmailDelivery(settings(server.port(), 1))) {
            List<Attempt> attempts =
                    delivery.deliver(
                            List.of(
                                    outgoing("fine@example.jp"),
                                    outgoing("closing@example.jp"),
                                    outgoing("fine@example.jp")));
            assertThat(attempts.get(0)).isInstanceOf(Attempt.Accepted.class);
            assertThat(attempts.get(1)).isInstanceOf(Attempt.NobodyThere.class);
            assertThat(attempts.get(2)).isInstanceOf(Attempt.NobodyThere.class);
            assertThat(delivery.deliver(List.of(outgoing("fine@example.jp"))).getFirst())
                    .isInstanceOf(Attempt.Accepted.class);
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void nobodyAtTheAddressOfTheServerIsNoVerdictEither() throws IOException {
        int port;
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(EmailDeliveryTest::answer)) {
            port = server.port();
        }
        try (EmailDelivery delivery = new EmailDelivery(settings(port, 2))) {
            assertThat(delivery.deliver(List.of(outgoing("a@example.jp"), outgoing("b@b.jp"))))
                    .allMatch(Attempt.NobodyThere.class::isInstance);
        }
    }

    @Test
    void anAddressThatIsNoneBouncesAndTheNextGoesOut() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(EmailDeliveryTest::answer);
                EmailDelivery delivery = new EmailDelivery(settings(server.port(), 1))) {
            List<Attempt> attempts =
                    delivery.deliver(
                            List.of(
                                    outgoing("no address\r\nBcc: x@example.jp"),
                                    outgoing("fine@example.jp")));
            assertThat(attempts.get(0))
                    .isEqualTo(new Attempt.Rejected(new FailureReason("bad-address")));
            assertThat(attempts.get(1)).isInstanceOf(Attempt.Accepted.class);
        }
    }

    @Test
    void aBatchTravelsOverFewConnections() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(EmailDeliveryTest::answer);
                EmailDelivery delivery = new EmailDelivery(settings(server.port(), 3))) {
            List<Outgoing> many =
                    IntStream.range(0, 200)
                            .mapToObj(i -> outgoing("fine" + i + "@example.jp"))
                            .toList();
            assertThat(delivery.deliver(many)).allMatch(Attempt.Accepted.class::isInstance);
            assertThat(server.accepted).doesNotHaveDuplicates().hasSize(200);
            assertThat(server.connections.get()).isBetween(1, 3);
        }
    }

    @Test
    void aMailCarriesWhatRepliesAndReceiversNeed() throws Exception {
        Outgoing outgoing = outgoing("hanako@example.jp");
        Mails mails = new Mails(Session.getInstance(new Properties()), settings(25, 1));
        MimeMessage mail = reread(mails.of(outgoing));
        assertThat(mail.getMessageID())
                .isEqualTo("<" + outgoing.request().id() + "@amends.example>");
        assertThat(reread(mails.of(outgoing)).getMessageID()).isEqualTo(mail.getMessageID());
        assertThat(mail.getSubject()).startsWith("お申し出を承りました [");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mail.getReplyTo()[0].toString())
                .contains("reply+" + outgoing.complaint().reference().plain() + "@amends.example");
        MimeMultipart body = (MimeMultipart) mail.getContent();
        assertThat(body.getContentType()).startsWith("multipart/alternative");
        assertThat(body.getBodyPart(0).getContentType()).contains("text/plain").contains("UTF-8");
        assertThat(body.getBodyPart(1).getContentType()).contains("text/html").contains("UTF-8");
        assertThat(body.getBodyPart(0).getContent().toString()).contains("本文");
    }

    private static MimeMessage reread(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).doesNotContain("\uFFFD");
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new java.io.ByteArrayInputStream(bytes.toByteArray()));
    }

    static String answer(String recipient) {
        return switch (recipient) {
            case "unknown" -> "550 5.1.1 no such user";
            case "busy" -> "451 4.7.1 try again later";
            case "closing" -> "421 4.3.2 closing";
            default -> "250 ok";
        };
    }

    static Outgoing outgoing(String to) {
        var complaint = Stories.complaint("<" + to + ">");
        return new Outgoing(complaint, Stories.APRIL_FIRST, Requested.mail(complaint, to));
    }

    static SmtpSettings settings(int port, int connections) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                "",
                "",
                false,
                connections,
                Duration.ofSeconds(5),
                "amends.example",
                "customer-care",
                "お客様相談窓口");
    }
}
