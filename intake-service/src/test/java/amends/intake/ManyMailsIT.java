package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.intake.channel.EmailChannel;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// On demand: `-Damends.mailbox.mails=10000`. The packaged service reads a mailbox with as many
/// mails, and its process is killed ten times meanwhile.
@EnabledIfSystemProperty(named = "amends.mailbox.mails", matches = "\\d+")
class ManyMailsIT extends RunningIntake {

    private static final int MAILS = Integer.getInteger("amends.mailbox.mails", 0);
    private static final int KILLS =
            Math.clamp(Integer.getInteger("amends.mailbox.kills", 10), 0, Math.max(0, MAILS - 1));
    private static final String SOURCE = "many-mails";
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir private Path folder;

    @Value("${amends.mongodb-uri}")
    private String database;

    @Test
    void eachMailIsTakenOnceHoweverOftenTheServiceIsKilled() throws Exception {
        GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
        server.start();
        try (KafkaConsumer<String, byte[]> log = consumer()) {
            GreenMailUser user = server.setUser("care@example.com", "care", "secret");
            Set<ContactId> expected = new HashSet<>();
            for (int i = 0; i < MAILS; i++) {
                user.deliver(mail(i));
                expected.add(ContactId.derive(EmailChannel.MAIL, "<" + i + "@many>"));
            }
            long began = System.nanoTime();
            long before = contactsOnTheLog(log);
            killedAgainAndAgain(server.getImap().getPort(), before, log);
            try (IntakeProcess _ = start(server.getImap().getPort())) {
                patiently()
                        .pollInSameThread()
                        .pollInterval(Duration.ofSeconds(1))
                        .until(
                                () ->
                                        contactsOnTheLog(log) - before >= MAILS
                                                && ids().size() == MAILS);
            }
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            assertThat(ids()).isEqualTo(expected);
            long again = taken().size() - MAILS;
            assertThat(again).as("on the log twice, with the same id").isBetween(0L, (long) KILLS);
            System.out.printf(
                    "%,d mails with %d kills in %d s, %d of them twice on the log%n",
                    MAILS, KILLS, seconds, again);
        } finally {
            server.stop();
        }
    }

    /// Each time somewhere in another part of the mailbox.
    private void killedAgainAndAgain(int imap, long before, KafkaConsumer<String, byte[]> log)
            throws Exception {
        Random random = new Random(5);
        int part = MAILS / (KILLS + 1);
        for (int kill = 0; kill < KILLS; kill++) {
            try (IntakeProcess service = start(imap)) {
                int until = kill * part + 1 + random.nextInt(part);
                patiently()
                        .pollInSameThread()
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> contactsOnTheLog(log) - before >= until);
                Thread.sleep(random.nextInt(50));
                service.kill();
                System.out.printf("killed after %d mails%n", contactsOnTheLog(log) - before);
            }
        }
    }

    /// A connection that a kill broke off is an error to the mail server's threads.
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(LONG);
    }

    private IntakeProcess start(int imap) throws IOException {
        String box = "--amends.intake.mailboxes.many.";
        return IntakeProcess.start(
                SOURCE,
                database,
                folder,
                // it never lives long
                "-XX:TieredStopAtLevel=1",
                box + "host=127.0.0.1",
                box + "port=" + imap,
                box + "tls=false",
                box + "user=care",
                box + "password=secret",
                box + "source=" + SOURCE,
                box + "poll=2s");
    }

    private static MimeMessage mail(int number) throws Exception {
        String mail =
                "From: customer%d@example.com\r\nMessage-ID: <%d@many>\r\nSubject: Kettle\r\n\r\n%s\r\n"
                        .formatted(number, number, "It leaks, and nobody answers. ".repeat(20));
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<Contact> taken() {
        return contacts().stream()
                .filter(each -> each.content().source().value().equals(SOURCE))
                .toList();
    }

    private static Set<ContactId> ids() {
        return taken().stream().map(each -> each.content().id()).collect(Collectors.toSet());
    }
}
