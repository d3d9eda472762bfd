package amends.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import amends.intake.RunningIntake;
import amends.intake.channel.EmailChannel;
import amends.intake.ledger.Remainders;
import amends.intake.mailbox.MailboxSettings.Mailbox;
import amends.intake.publish.Reception;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoDatabase;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;

/// A mailbox that is opened by an access token; the server takes XOAUTH2 and nothing else for it.
class MailboxTokenIT extends RunningIntake {

    private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private final String name = "token-" + System.nanoTime();
    private GreenMailUser user;

    @TempDir private Path folder;
    private Path token;

    @Autowired private EmailChannel channel;
    @Autowired private Reception reception;
    @Autowired private MongoDatabase database;
    @Autowired private Remainders remainders;

    @BeforeEach
    void start() throws Exception {
        server.start();
        user = server.setUser("care@example.com", "care", "ya29.current");
        token = Files.writeString(folder.resolve("token"), "ya29.current\n");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theTokenIsShownAndNeverThePassword() throws Exception {
        try (OpenMailbox mailbox = OpenMailbox.open(settings())) {
            assertThat(mailbox.mails().from(1)).isEmpty();
        }
        Files.writeString(token, "wrong");
        user.setPassword("the password");
        assertThatThrownBy(() -> OpenMailbox.open(settings()))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void aTokenThatWasRenewedIsTakenAtTheNextConnection() throws Exception {
        Files.writeString(token, "ya29.expired");
        deliver();
        MailboxReader reader =
                new MailboxReader(
                        name,
                        settings(),
                        new MailboxPositions(database),
                        channel,
                        reception,
                        remainders,
                        InstantSource.system());
        reader.start();
        try {
            assertThatThrownBy(() -> OpenMailbox.open(settings()))
                    .isInstanceOf(AuthenticationFailedException.class);
            assertThat(isTaken()).isFalse();
            Files.writeString(token, "ya29.current");
            await().atMost(Duration.ofSeconds(90)).until(this::isTaken);
        } finally {
            reader.stop();
        }
    }

    private boolean isTaken() {
        return contacts().stream().anyMatch(each -> each.content().source().value().equals(name));
    }

    private Mailbox settings() {
        return new Mailbox(
                "127.0.0.1",
                server.getImap().getPort(),
                false,
                "care",
                "the password",
                token,
                "INBOX",
                name,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                DataSize.ofKilobytes(20));
    }

    private void deliver() throws Exception {
        String mail = "From: a@example.com\r\nMessage-ID: <1@x>\r\nSubject: s\r\n\r\nIt leaks\r\n";
        user.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }
}
