package amends.intake.mailbox;

import amends.intake.mailbox.MailboxSettings.Mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A connection to a mailbox, its folder open for reading.
final class OpenMailbox implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(OpenMailbox.class);

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Mails mails;

    private OpenMailbox(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
        this.mails = new Mails(folder);
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
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (token) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    Mails mails() {
        return mails;
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
                mails.noop();
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
