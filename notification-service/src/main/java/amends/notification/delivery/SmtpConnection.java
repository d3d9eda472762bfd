package amends.notification.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// One connection to the mail server, kept open over many mails and opened again when it was lost.
/// Used by one thread at a time.
final class SmtpConnection implements AutoCloseable {

    /// Servers close idle connections after minutes; a test costs a round trip, so only after a
    /// pause.
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private final Session session;
    private final SmtpSettings settings;
    private @Nullable SMTPTransport transport;
    private long lastUsed;

    SmtpConnection(Session session, SmtpSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    void send(MimeMessage mail, Address[] recipients) throws MessagingException {
        SMTPTransport open = open();
        try {
            open.sendMessage(mail, recipients);
            lastUsed = System.nanoTime();
        } catch (MessagingException e) {
            if (SmtpVerdict.of(e) instanceof Attempt.NobodyThere) {
                close();
            }
            throw e;
        }
    }

    private SMTPTransport open() throws MessagingException {
        SMTPTransport current = transport;
        if (current != null && (isTrusted() || current.isConnected())) {
            return current;
        }
        close();
        SMTPTransport fresh = (SMTPTransport) session.getTransport("smtp");
        boolean named = !settings.user().isEmpty();
        fresh.connect(
                settings.host(),
                settings.port(),
                named ? settings.user() : null,
                named ? settings.password() : null);
        lastUsed = System.nanoTime();
        transport = fresh;
        return fresh;
    }

    private boolean isTrusted() {
        return System.nanoTime() - lastUsed < TRUSTED.toNanos();
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // it is gone already, which is what was wanted
            }
            transport = null;
        }
    }
}
