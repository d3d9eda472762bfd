package amends.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.ContactId;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.QuarantineEvent.InputSetAside;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.intake.RunningIntake;
import amends.intake.channel.EmailChannel;
import amends.intake.ledger.Remainders;
import amends.intake.mailbox.MailboxPositions.Position;
import amends.intake.mailbox.MailboxSettings.Mailbox;
import amends.intake.publish.Reception;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoDatabase;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class MailboxIT extends RunningIntake {

    private static final int MAILS = 40;
    private static final int RESTARTS = 6;
    private static final Duration LONG = Duration.ofSeconds(90);

    private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private final String name = "box-" + System.nanoTime();
    private GreenMailUser user;
    private MailboxPositions positions;

    @Autowired private EmailChannel channel;
    @Autowired private Reception reception;
    @Autowired private MongoDatabase database;
    @Autowired private Remainders remainders;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("care@example.com", "care", "secret");
        positions = new MailboxPositions(database);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void eachMailIsTakenOnceHoweverOftenReadingIsInterrupted() throws Exception {
        Set<ContactId> expected = new TreeSet<>(Comparator.comparing(ContactId::value));
        for (int i = 0; i < MAILS; i++) {
            deliver("", i, "It leaks");
            expected.add(id(i));
        }
        Random random = new Random(5);
        for (int round = 0; round < RESTARTS; round++) {
            MailboxReader reader = reader();
            reader.start();
            Thread.sleep(random.nextInt(150));
            reader.stop();
            long next = positions.of(name, validity()).next();
            // as if it had been killed before it could note how far it was
            positions.save(
                    name, validity(), Position.before(Math.max(1, next - random.nextInt(5))));
        }
        MailboxReader reader = reader();
        reader.start();
        try {
            await().atMost(LONG).until(() -> taken().size() == MAILS);
            deliver("", MAILS, "It leaks while the reader waits for news");
            expected.add(id(MAILS));
            await().atMost(LONG).until(() -> taken().size() == MAILS + 1);
        } finally {
            reader.stop();
        }
        assertThat(taken()).isEqualTo(expected);
    }

    @Test
    void noMailHoldsUpTheNext() throws Exception {
        deliver("Content-Type: text/plain; charset=x-none\r\n", 1, "x");
        deliver("Content-Type: multipart/mixed; boundary=\r\n", 2, "--\r\n--\r\n");
        deliver("", 3, "It leaks\r\n".repeat(4_000));
        deliver("Auto-Submitted: auto-replied\r\n", 4, "I am away");
        deliver("", 5, "It leaks");
        MailboxReader reader = reader();
        reader.start();
        try {
            await().atMost(LONG).until(() -> taken().contains(id(5)));
        } finally {
            reader.stop();
        }
        List<RecordedQuarantine> kept = all(Topics.QUARANTINE, name);
        assertThat(kept)
                .filteredOn(each -> each.event() instanceof InputQuarantined)
                .extracting(each -> ((InputQuarantined) each.event()).reason().value())
                .contains("mail-charset-unknown", "mail-too-large");
        assertThat(kept).filteredOn(each -> each.event() instanceof InputSetAside).hasSize(1);
        assertThat(kept.size() + taken().size()).isEqualTo(5);
    }

    @Test
    void aMailThatTheServerCantGiveAtThisMomentIsReadLater() throws Exception {
        deliver("", 1, "It leaks");
        deliver("", 2, "It smokes");
        try (HesitantServer busy = HesitantServer.refusing(server.getImap().getPort(), 2)) {
            MailboxReader reader = reader(settings(busy.port()));
            reader.start();
            try {
                await().atMost(LONG).until(() -> taken().contains(id(2)));
            } finally {
                reader.stop();
            }
            assertThat(busy.refusalsLeft()).isZero();
        }
        assertThat(taken()).containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    void whoeverWaitsForNewsInVainKeepsHisConnection() throws Exception {
        deliver("", 1, "It leaks");
        try (OpenMailbox mailbox = OpenMailbox.open(settings())) {
            for (int i = 0; i < 50; i++) {
                mailbox.waitForNews(Duration.ofMillis(5));
                assertThat(mailbox.mails().from(1)).hasSize(1);
            }
        }
    }

    @Test
    void aMailThatWasPassedOverIsFoundByTheServersOwnCount() throws Exception {
        for (int i = 1; i <= 3; i++) {
            deliver("", i, "It leaks");
        }
        UidSet fetched = new UidSet();
        fetched.add(1);
        fetched.add(3);
        positions.save(name, validity(), new Position(4, fetched));
        MailboxReader reader = reader();
        reader.start();
        try {
            await().atMost(LONG).until(() -> taken().contains(id(2)));
            await().atMost(LONG).until(() -> positions.of(name, validity()).fetched().contains(2));
        } finally {
            reader.stop();
        }
        assertThat(taken()).containsExactly(id(2));
        assertThat(positions.of(name, validity()).next()).isEqualTo(4);
    }

    @Test
    void aMailboxThatIsNumberedAnewIsReadAnew() {
        positions.save(name, 7, Position.before(12));
        assertThat(positions.of(name, 7).next()).isEqualTo(12);
        assertThat(positions.of(name, 8).next()).isEqualTo(1);
    }

    private MailboxReader reader() {
        return reader(settings());
    }

    private MailboxReader reader(Mailbox settings) {
        return new MailboxReader(
                name, settings, positions, channel, reception, remainders, InstantSource.system());
    }

    private Mailbox settings() {
        return settings(server.getImap().getPort());
    }

    private Mailbox settings(int port) {
        return new Mailbox(
                "127.0.0.1",
                port,
                false,
                "care",
                "secret",
                null,
                "INBOX",
                name,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                DataSize.ofKilobytes(20));
    }

    private long validity() throws Exception {
        try (OpenMailbox mailbox = OpenMailbox.open(settings())) {
            return mailbox.validity();
        }
    }

    private ContactId id(int number) {
        return ContactId.derive(EmailChannel.MAIL, "<" + number + "@" + name + ">");
    }

    private void deliver(String headers, int number, String text) throws Exception {
        String mail =
                "From: customer%d@example.com\r\nMessage-ID: <%d@%s>\r\nSubject: s\r\n%s\r\n%s\r\n"
                        .formatted(number, number, name, headers, text);
        user.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private Set<ContactId> taken() {
        return contacts().stream()
                .map(each -> each.content())
                .filter(each -> each.source().value().equals(name))
                .map(each -> each.id())
                .collect(
                        Collectors.toCollection(
                                () -> new TreeSet<>(Comparator.comparing(ContactId::value))));
    }
}
