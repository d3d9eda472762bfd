package amends.notification.delivery;

import amends.contracts.notification.MailTraces;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.Rendered;
import amends.notification.delivery.Delivery.Outgoing;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;

import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/// Makes mails: text and HTML, with headers by which replies find their complaint and repetitions
/// are recognised.
final class Mails {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // else every part of every mail searches the whole class path for the one implementation
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final Session session;
    private final SmtpSettings settings;

    Mails(Session session, SmtpSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    String messageId(EmailRequested request) {
        return "<" + request.id() + "@" + settings.domain() + ">";
    }

    MimeMessage of(Outgoing outgoing) throws MessagingException, UnsupportedEncodingException {
        EmailRequested request = outgoing.request();
        MimeMessage mail = new IdentifiedMail(session, messageId(request));
        mail.setFrom(address(settings.mailbox(), settings.sender()));
        mail.setRecipient(
                Message.RecipientType.TO, new InternetAddress(request.to().value(), true));
        mail.setReplyTo(new InternetAddress[] {replyAddress(outgoing)});
        mail.setSubject(oneLine(request.message().subject().value()), UTF_8);
        mail.setSentDate(Date.from(outgoing.requestedAt()));
        // one thread per complaint in the customer's mail program
        mail.setHeader("References", "<" + outgoing.complaint() + "@" + settings.domain() + ">");
        // a report about this mail quotes it, and tells by it what could not be delivered
        mail.setHeader(MailTraces.KIND, request.kind().name());
        mail.setHeader("Content-Language", request.template().language().value());
        String automatic = autoSubmitted(request.kind());
        if (automatic != null) {
            mail.setHeader("Auto-Submitted", automatic);
        }
        mail.setContent(body(request.message()));
        mail.saveChanges();
        return mail;
    }

    /// What colleagues say to each other is not part of the complaint.
    private InternetAddress replyAddress(Outgoing outgoing)
            throws AddressException, UnsupportedEncodingException {
        if (outgoing.request().kind() == NotificationKind.ESCALATION) {
            return new InternetAddress(outgoing.request().to().value(), true);
        }
        String plain = outgoing.complaint().reference().plain();
        return address("reply+" + plain, settings.sender());
    }

    private InternetAddress address(String mailbox, String name)
            throws UnsupportedEncodingException {
        return new InternetAddress(mailbox + "@" + settings.domain(), name, UTF_8);
    }

    /// RFC 3834: keeps holiday notices from answering, and mail loops from beginning.
    private static @Nullable String autoSubmitted(NotificationKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> "auto-replied";
            case APOLOGY_FOR_BROKEN_PROMISE, FOLLOW_UP, REOPENING, THANKS, ESCALATION ->
                    "auto-generated";
            case REPLY, PROMISE, RENEWED_PROMISE, HANDOVER, PROPOSAL, DECLINE, SOLUTION -> null;
        };
    }

    private static MimeMultipart body(Rendered message) throws MessagingException {
        MimeMultipart body = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text().value(), UTF_8);
        body.addBodyPart(text);
        if (message.html() != null) {
            MimeBodyPart html = new MimeBodyPart();
            html.setText(message.html().value(), UTF_8, "html");
            body.addBodyPart(html);
        }
        return body;
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }

    /// A mail whose Message-ID is given and stays.
    private static final class IdentifiedMail extends MimeMessage {

        private final String messageId;

        IdentifiedMail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
