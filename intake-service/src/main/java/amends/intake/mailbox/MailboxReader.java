package amends.intake.mailbox;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.intake.Pauses;
import amends.intake.SourceReader;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Reading;
import amends.intake.ledger.Remainders;
import amends.intake.mailbox.MailboxPositions.Position;
import amends.intake.mailbox.MailboxSettings.Mailbox;
import amends.intake.mailbox.Mails.Listed;
import amends.intake.publish.NotDurable;
import amends.intake.publish.Reception;
import amends.intake.publish.TooLarge;

import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Reads one mailbox as long as the service runs. A mail counts as read when it is durable as a
/// contact, in quarantine, or set aside; one that can't be fetched is put down in quarantine and
/// the next one read.
final class MailboxReader implements SourceReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(MailboxReader.class);
    private static final MediaTypeName RFC822 = new MediaTypeName("message/rfc822");
    private static final int TRIES = 5;
    private static final int LISTED = 20;

    /// How often all that the server has is compared with all that was taken.
    private static final Duration COMPARED = Duration.ofMinutes(10);

    private final String name;
    private final Mailbox settings;
    private final MailboxPositions positions;
    private final Channel channel;
    private final Reception reception;
    private final Remainders remainders;
    private final InstantSource clock;
    private final Pauses pauses = new Pauses();
    private final FetchAhead ahead;
    private volatile @Nullable OpenMailbox current;
    private @Nullable Thread thread;
    private Instant compared = Instant.EPOCH;
    private long failing;
    private int failures;

    MailboxReader(
            String name,
            Mailbox settings,
            MailboxPositions positions,
            Channel channel,
            Reception reception,
            Remainders remainders,
            InstantSource clock) {
        this.name = name;
        this.settings = settings;
        this.positions = positions;
        this.channel = channel;
        this.reception = reception;
        this.remainders = remainders;
        this.clock = clock;
        this.ahead = new FetchAhead(settings.largest().toBytes());
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("mailbox-" + name).daemon().start(this::run);
    }

    @Override
    public void stop() throws InterruptedException {
        pauses.stop();
        OpenMailbox open = current;
        if (open != null) {
            open.close();
        }
        if (thread != null) {
            thread.join(settings.patience());
        }
    }

    private boolean isStopping() {
        return pauses.areStopped();
    }

    private void run() {
        while (!isStopping()) {
            try (OpenMailbox mailbox = OpenMailbox.open(settings)) {
                current = mailbox;
                while (!isStopping()) {
                    readNew(mailbox);
                    pauses.succeeded();
                    mailbox.waitForNews(settings.poll());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (!isStopping()) {
                    LOGGER.warn("Mailbox {} waits {}: {}", name, pauses.next(), e.toString());
                }
            } catch (Error e) { // of memory, most likely: others go on, and so must this one
                LOGGER.error("Mailbox {} waits {}", name, pauses.next(), e);
            }
            ahead.forget();
            pauses.rest();
        }
    }

    private void readNew(OpenMailbox mailbox) throws MessagingException {
        long validity = mailbox.validity();
        Position position = positions.of(name, validity);
        readAll(mailbox, validity, position, mailbox.mails().from(position.next()));
        Instant now = clock.instant();
        if (Duration.between(compared, now).compareTo(COMPARED) > 0) {
            compared = now;
            Position reached = positions.of(name, validity);
            readAll(mailbox, validity, reached, leftOut(mailbox, reached));
        }
    }

    private void readAll(OpenMailbox mailbox, long validity, Position position, List<Listed> mails)
            throws MessagingException {
        long next = position.next();
        for (int i = 0; i < mails.size(); i++) {
            List<Listed> left = mails.subList(i, mails.size());
            tell(left);
            if (isStopping()) {
                return;
            }
            take(mailbox.mails(), left);
            long uid = left.getFirst().uid();
            position.fetched().add(uid);
            next = Math.max(next, uid + 1);
            positions.save(name, validity, new Position(next, position.fetched()));
        }
        tell(List.of());
    }

    /// What the server has that was passed over, though the mails behind it were read.
    private static List<Listed> leftOut(OpenMailbox mailbox, Position position)
            throws MessagingException {
        return mailbox.mails().before(position.next()).stream()
                .filter(mail -> !position.fetched().contains(mail.uid()))
                .toList();
    }

    /// The mailbox's own count of what is left.
    private void tell(List<Listed> left) {
        List<String> uids = left.stream().limit(LISTED).map(mail -> "uid " + mail.uid()).toList();
        remainders.report(
                new SourceName("mailbox:" + name),
                Remainders.Kind.MAILBOX,
                left.size(),
                uids,
                clock.instant());
    }

    /// The first of these.
    private void take(Mails mailbox, List<Listed> left) throws MessagingException {
        Listed mail = left.getFirst();
        long uid = mail.uid();
        try {
            if (mail.size() > settings.largest().toBytes()) {
                putDown(mailbox.headers(uid), "mail-too-large", mail.size() + " bytes; uid " + uid);
            } else {
                reception.take(channel, arrival(ahead.first(mailbox, left)));
            }
        } catch (TooLarge e) {
            putDown(known(mailbox, uid), "mail-too-large", "Larger than the log takes; uid " + uid);
        } catch (MessagingException e) {
            if (!(e instanceof MessageRemovedException) && !isToBeGivenUp(uid)) {
                throw e;
            }
            putDown(new byte[0], "mail-not-fetched", "uid " + uid + ": " + e.getMessage());
        } catch (NotDurable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            putDown(known(mailbox, uid), "mail-unreadable", "uid " + uid + ": " + e);
        }
    }

    /// What is put down anyway must not wait for its headers.
    private static byte[] known(Mails mailbox, long uid) {
        try {
            return mailbox.headers(uid);
        } catch (MessagingException e) {
            LOGGER.debug("Nothing more is known of uid {}", uid, e);
            return new byte[0];
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
}
