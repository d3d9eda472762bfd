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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// A connection to a mailbox, its folder open for reading.
final class OpenMailbox implements AutoCloseable {

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

    boolean isOpen() {
        return folder.isOpen();
    }

    /// Mails with this UID or a higher one, in their order.
    List<Message> from(long uid) throws MessagingException {
        folder.doCommand(
                protocol -> {
                    protocol.noop();
                    return null;
                });
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
        Thread alarm = Thread.ofVirtual().start(() -> wake(longest));
        try {
            folder.idle(true);
        } finally {
            alarm.interrupt();
        }
    }

    /// Any command ends waiting.
    private void wake(Duration after) {
        try {
            Thread.sleep(after);
            folder.doCommand(
                    protocol -> {
                        protocol.noop();
                        return null;
                    });
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
            // it is gone anyway
        }
    }

    @Override
    public void close() {
        abort();
    }
}
