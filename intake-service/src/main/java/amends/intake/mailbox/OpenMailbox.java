package amends.intake.mailbox;

import amends.intake.mailbox.MailboxSettings.Mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;

import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A connection to a mailbox, its folder open for reading.
final class OpenMailbox implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(OpenMailbox.class);

    private final IMAPStore store;
    private final IMAPFolder folder;

    private OpenMailbox(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static OpenMailbox open(Mailbox settings) throws MessagingException, IOException {
        Path token = settings.tokenFile();
        String protocol = settings.tls() ? "imaps" : "imap";
        Session session = Session.getInstance(properties(settings, protocol, token != null));
        IMAPStore store = (IMAPStore) session.getStore(protocol);
        try {
            store.connect(
                    settings.host(),
                    settings.port(),
                    settings.user(),
                    token == null ? settings.password() : Files.readString(token).strip());
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            return new OpenMailbox(store, folder);
        } catch (MessagingException | IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(Mailbox settings, String protocol, boolean token) {
        String millis = String.valueOf(settings.patience().toMillis());
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "partialfetch", "false");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        if (token) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    long uid(Message mail) throws MessagingException {
        return folder.getUID(mail);
    }

    /// Mails with this UID or a higher one, in their order.
    List<Message> from(long uid) throws MessagingException {
        noop();
        List<Message> mails =
                Arrays.stream(folder.getMessagesByUID(uid, UIDFolder.LASTUID))
                        .filter(mail -> isFrom(mail, uid))
                        .toList();
        // asked for one by one, sizes come with headers that broken mails can't be read for
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(mails.toArray(Message[]::new), sizes);
        return mails;
    }

    /// Mails with a lower UID than this.
    List<Message> before(long uid) throws MessagingException {
        return uid <= 1
                ? List.of()
                : Arrays.stream(folder.getMessagesByUID(1, uid - 1))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private void noop() throws MessagingException {
        folder.doCommand(
                protocol -> {
                    protocol.noop();
                    return null;
                });
    }

    /// Asked for all from one on, servers name the last mail even when it is older.
    private boolean isFrom(Message mail, long uid) {
        try {
            return folder.getUID(mail) >= uid;
        } catch (MessagingException e) {
            return false; // it was removed meanwhile
        }
    }

    /// Returns when the server tells of something new, or after a while.
    void waitForNews(Duration longest) throws MessagingException, InterruptedException {
        if (!store.hasCapability("IDLE")) {
            Thread.sleep(longest);
            return;
        }
        CountDownLatch news = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> wakeUnless(news, longest));
        try {
            folder.idle(true);
        } finally {
            news.countDown();
        }
    }

    /// Any command ends waiting. Nobody interrupts one: that would close the connection.
    private void wakeUnless(CountDownLatch news, Duration after) {
        try {
            if (!news.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                noop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MessagingException e) {
            abort();
        }
    }

    /// Whoever waits or reads fails at once.
    private void abort() {
        try {
            store.close();
        } catch (MessagingException e) {
            LOGGER.debug("It was gone already", e);
        }
    }

    @Override
    public void close() {
        abort();
    }
}
