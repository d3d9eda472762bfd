package amends.intake.mailbox;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Reading;
import amends.intake.mailbox.MailboxSettings.Mailbox;
import amends.intake.publish.NotDurable;
import amends.intake.publish.Reception;
import amends.intake.publish.TooLarge;

import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Reads one mailbox as long as the service runs. A mail counts as read when it is durable as a
/// contact, in quarantine, or set aside; one that can't be fetched is put down in quarantine and
/// the next one read.
final class MailboxReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(MailboxReader.class);
    private static final MediaTypeName RFC822 = new MediaTypeName("message/rfc822");
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int TRIES = 5;

    private final String name;
    private final Mailbox settings;
    private final MailboxPositions positions;
    private final Channel channel;
    private final Reception reception;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable OpenMailbox current;
    private @Nullable Thread thread;
    private long failing;
    private int failures;

    MailboxReader(
            String name,
            Mailbox settings,
            MailboxPositions positions,
            Channel channel,
            Reception reception,
            InstantSource clock) {
        this.name = name;
        this.settings = settings;
        this.positions = positions;
        this.channel = channel;
        this.reception = reception;
        this.clock = clock;
    }

    void start() {
        thread = Thread.ofPlatform().name("mailbox-" + name).daemon().start(this::run);
    }

    /// Returns when the mail in work is done.
    void stop() throws InterruptedException {
        stopping.countDown();
        OpenMailbox open = current;
        if (open != null) {
            open.close();
        }
        if (thread != null) {
            thread.join(settings.patience());
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (!isStopping()) {
            try (OpenMailbox mailbox = OpenMailbox.open(settings)) {
                current = mailbox;
                while (!isStopping()) {
                    readNew(mailbox);
                    pause = SHORTEST_PAUSE;
                    mailbox.waitForNews(settings.poll());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (!isStopping()) {
                    LOGGER.warn("Mailbox {} waits {}: {}", name, pause, e.toString());
                }
            }
            rest(pause);
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                            ? pause.multipliedBy(2)
                            : LONGEST_PAUSE;
        }
    }

    private void rest(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.debug("Mailbox {} is no longer read", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    private void readNew(OpenMailbox mailbox) throws MessagingException, IOException {
        long validity = mailbox.validity();
        long next = positions.next(name, validity);
        List<Message> mails = mailbox.from(next);
        for (Message mail : mails) {
            if (isStopping()) {
                return;
            }
            long uid = mailbox.uid(mail);
            take(mail, uid);
            positions.save(name, validity, uid + 1);
        }
    }

    private void take(Message mail, long uid) throws MessagingException, IOException {
        try {
            if (mail.getSize() > settings.largest().toBytes()) {
                putDown(headers(mail), "mail-too-large", mail.getSize() + " bytes; uid " + uid);
            } else {
                reception.take(channel, arrival(whole(mail)));
            }
        } catch (TooLarge e) {
            putDown(headers(mail), "mail-too-large", "Larger than the log takes; uid " + uid);
        } catch (MessagingException | IOException e) {
            if (!(e instanceof MessageRemovedException) && !isToBeGivenUp(uid)) {
                throw e;
            }
            putDown(new byte[0], "mail-not-fetched", "uid " + uid + ": " + e.getMessage());
        } catch (NotDurable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            putDown(headers(mail), "mail-unreadable", "uid " + uid + ": " + e);
        }
    }

    /// What fails may succeed in a moment, but a mail that fails again and again must not hold up
    /// the others.
    private boolean isToBeGivenUp(long uid) {
        failures = failing == uid ? failures + 1 : 1;
        failing = uid;
        return failures >= TRIES && !isStopping();
    }

    /// What can't be read whole is told, with its place in the mailbox.
    private void putDown(byte[] known, String reason, String detail) {
        Arrival arrival =
                known.length > 0
                        ? arrival(known)
                        : arrival((name + " " + detail).getBytes(StandardCharsets.UTF_8));
        reception.await(
                reception.begin(
                        channel,
                        arrival,
                        Reading.Unclear.because(reason, "Mailbox " + name + ": " + detail)));
    }

    private Arrival arrival(byte[] mail) {
        return new Arrival(
                new SourceName(settings.source()), null, null, RFC822, mail, clock.instant());
    }

    /// A server's refusal reads like an empty mail.
    private static byte[] whole(Message mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        if (bytes.size() == 0) {
            throw new MessagingException("The server gave nothing of it");
        }
        return bytes.toByteArray();
    }

    private static byte[] headers(Message mail) throws MessagingException {
        return Collections.list(mail.getAllHeaders()).stream()
                .map((Header header) -> header.getName() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
