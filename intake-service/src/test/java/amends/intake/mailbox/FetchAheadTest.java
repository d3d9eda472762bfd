package amends.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.stream.Collectors.joining;

import amends.intake.mailbox.MailboxSettings.Mailbox;
import amends.intake.mailbox.Mails.Listed;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class FetchAheadTest {

    private static final long PLENTY = 1_000_000;

    private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("care@example.com", "care", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void manyMailsAreAskedForAtOnceAndGivenAsTheyAre() throws Exception {
        deliver(230);
        try (HesitantServer between = HesitantServer.refusing(port(), 0);
                OpenMailbox mailbox = open(between.port())) {
            TreeMap<Long, String> read = readAll(mailbox.mails(), new FetchAhead(PLENTY));

            assertThat(between.questions()).extracting(List::size).containsExactly(230);
            assertThat(read.keySet()).containsExactlyElementsOf(uids(230));
            for (long uid : List.of(1L, 100L, 101L, 230L)) {
                assertThat(text(mailbox.mails().whole(uid))).isEqualTo(read.get(uid));
            }
            assertThat(read.get(7L)).contains("X-Odd : no name\r\n").endsWith("It leaks 7\r\n");
        }
    }

    @Test
    void mailsHeldTogetherTakeNoMoreMemoryThanAllowedUnlessOneTakesItAlone() throws Exception {
        deliver(6);
        try (HesitantServer between = HesitantServer.refusing(port(), 0);
                OpenMailbox mailbox = open(between.port())) {
            long one = mailbox.mails().from(1).getFirst().size();
            readAll(mailbox.mails(), new FetchAhead(2 * one));
            readAll(mailbox.mails(), new FetchAhead(one - 1));

            assertThat(between.questions())
                    .extracting(List::size)
                    .containsExactly(2, 2, 2, 1, 1, 1, 1, 1, 1);
        }
    }

    @Test
    void aMailOfWhichNoSizeIsToldGoesAlone() throws Exception {
        deliver(4);
        try (HesitantServer between = HesitantServer.refusing(port(), 0);
                OpenMailbox mailbox = open(between.port())) {
            List<Listed> mails =
                    mailbox.mails().from(1).stream()
                            .map(mail -> mail.uid() == 1 ? mail : new Listed(mail.uid(), -1))
                            .toList();
            readAll(mailbox.mails(), mails, new FetchAhead(PLENTY));

            assertThat(between.questions()).extracting(List::size).containsExactly(1, 1, 1, 1);
        }
    }

    @Test
    void mailsThatAreGoneMeanwhileAreAskedForAloneAndAllOthersOnce() throws Exception {
        deliver(3);
        try (HesitantServer between = HesitantServer.refusing(port(), 0);
                OpenMailbox mailbox = open(between.port())) {
            List<Listed> mails = listed(50L, 1L, 51L, 2L, 3L);
            FetchAhead ahead = new FetchAhead(PLENTY);
            for (int i = 0; i < mails.size(); i++) {
                List<Listed> left = mails.subList(i, mails.size());
                if (left.getFirst().uid() >= 50) {
                    assertThatThrownBy(() -> ahead.first(mailbox.mails(), left))
                            .isInstanceOf(MessageRemovedException.class);
                } else {
                    assertThat(text(ahead.first(mailbox.mails(), left))).contains("It leaks");
                }
            }
            assertThat(between.questions())
                    .containsExactly(List.of(1L, 2L, 3L, 50L, 51L), List.of(50L), List.of(51L));
        }
    }

    @Test
    void aQuestionIsNoLongerThanServersTake() throws Exception {
        try (HesitantServer between = HesitantServer.refusing(port(), 0);
                OpenMailbox mailbox = open(between.port())) {
            List<Listed> mails =
                    listed(
                            LongStream.range(0, 1_000)
                                    .map(i -> 1_000_000_000 + 2 * i)
                                    .boxed()
                                    .toArray(Long[]::new));
            assertThatThrownBy(() -> new FetchAhead(PLENTY).first(mailbox.mails(), mails))
                    .isInstanceOf(MessageRemovedException.class);
            List<Long> together = between.questions().getFirst();
            assertThat(together).hasSizeGreaterThan(300);
            assertThat(together.stream().map(String::valueOf).collect(joining(",")))
                    .hasSizeLessThan(4_000);
        }
    }

    @Test
    void whatAServerWontGiveTogetherItIsAskedForOneByOne() throws Exception {
        deliver(3);
        try (HesitantServer between = HesitantServer.refusing(port(), 1);
                OpenMailbox mailbox = open(between.port())) {
            assertThat(readAll(mailbox.mails(), new FetchAhead(PLENTY))).hasSize(3);
            assertThat(between.questions())
                    .containsExactly(List.of(1L, 2L, 3L), List.of(1L), List.of(2L), List.of(3L));
        }
    }

    @Test
    void aMailAtWhichTheServerBreaksOffIsFoundAndAllOthersAreGiven() throws Exception {
        deliver(150);
        List<Long> given = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        FetchAhead ahead = new FetchAhead(PLENTY);
        try (HesitantServer between = HesitantServer.breakingOffAt(port(), 42)) {
            for (int connection = 0; connection < 3; connection++) {
                ahead.forget();
                try (OpenMailbox mailbox = open(between.port())) {
                    // whoever fails twice is passed over
                    long next = failed.size() == 2 ? 43 : given.size() + 1;
                    readOn(mailbox.mails(), ahead, next, given, failed);
                }
            }
        }
        assertThat(failed).containsExactly(1L, 42L);
        assertThat(given)
                .containsExactlyElementsOf(uids(150).stream().filter(uid -> uid != 42).toList());
    }

    @Test
    void aMailThatIsNoLongerThereIsToldFromOneThatCantBeGiven() throws Exception {
        deliver(1);
        try (HesitantServer between = HesitantServer.refusing(port(), 1);
                OpenMailbox mailbox = open(between.port())) {
            assertThatThrownBy(() -> mailbox.mails().whole(1))
                    .isInstanceOf(MessagingException.class)
                    .isNotInstanceOf(MessageRemovedException.class)
                    .hasMessageContaining("Later");
            assertThatThrownBy(() -> mailbox.mails().whole(2))
                    .isInstanceOf(MessageRemovedException.class);
            assertThat(text(mailbox.mails().headers(1)))
                    .contains("Subject: s\r\n")
                    .doesNotContain("leaks");
        }
    }

    private static void readOn(
            Mails mails, FetchAhead ahead, long next, List<Long> given, List<Long> failed)
            throws MessagingException {
        List<Listed> listed = mails.from(next);
        for (int i = 0; i < listed.size(); i++) {
            long uid = listed.get(i).uid();
            try {
                ahead.first(mails, listed.subList(i, listed.size()));
            } catch (MessagingException e) {
                failed.add(uid);
                return;
            }
            given.add(uid);
        }
    }

    private static TreeMap<Long, String> readAll(Mails mails, FetchAhead ahead)
            throws MessagingException {
        return readAll(mails, mails.from(1), ahead);
    }

    private static TreeMap<Long, String> readAll(Mails mails, List<Listed> listed, FetchAhead ahead)
            throws MessagingException {
        TreeMap<Long, String> read = new TreeMap<>();
        for (int i = 0; i < listed.size(); i++) {
            read.put(
                    listed.get(i).uid(),
                    text(ahead.first(mails, listed.subList(i, listed.size()))));
        }
        return read;
    }

    private static List<Listed> listed(Long... uids) {
        return Stream.of(uids).map(uid -> new Listed(uid, 100)).toList();
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1);
    }

    private static List<Long> uids(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private int port() {
        return server.getImap().getPort();
    }

    private static OpenMailbox open(int port) throws MessagingException, IOException {
        return OpenMailbox.open(
                new Mailbox(
                        "127.0.0.1",
                        port,
                        false,
                        "care",
                        "secret",
                        null,
                        "INBOX",
                        "mail",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        DataSize.ofMegabytes(1)));
    }

    private void deliver(int mails) throws MessagingException {
        for (int i = 1; i <= mails; i++) {
            String mail =
                    "From: customer@example.com\r\nSubject: s\r\nX-Odd : no name\r\n\r\nIt leaks "
                            + i
                            + "\r\n";
            user.deliver(
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        }
    }
}
