package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.notification.MailTraces;
import amends.intake.normalise.Complainant;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.QuotedReplies;
import amends.intake.normalise.Report;
import amends.intake.normalise.Signatures;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.StreamProvider;

import org.eclipse.angus.mail.util.MailStreamProvider;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Mails as they travel, `message/rfc822`. The text is what the customer wrote himself; quoted
/// mails and signatures stay in the original.
public final class EmailChannel implements Channel {

    /// To all mails, whatever mailbox they reach, because one that reaches two is still one mail.
    /// In the books and for its brand each mailbox is a source of its own.
    public static final SourceName MAIL = new SourceName("mail");

    private static final ChannelName NAME = new ChannelName("email");
    static final Session SESSION = Session.getInstance(lenient());

    static {
        // else every part of every mail searches the whole class path for the one implementation
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final House house;
    private final Normalisation normalisation;
    private final MailTraces traces;

    /// @param traces by which mails that answer ours, or tell of them, are known
    public EmailChannel(House house, Normalisation normalisation, MailTraces traces) {
        this.house = house;
        this.normalisation = normalisation;
        this.traces = traces;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public Reading read(Arrival arrival) {
        return read(arrival, true);
    }

    @Override
    public Reading readAsWritten(Arrival arrival) {
        return read(arrival, false);
    }

    private Reading read(Arrival arrival, boolean mayBeByMachine) {
        Arrival discreet = arrival.discreet();
        try {
            MimeMessage mail =
                    new MimeMessage(SESSION, new SharedByteArrayInputStream(discreet.content()));
            return read(mail, new MailHeaders(mail), discreet, mayBeByMachine);
        } catch (PartContent.UnknownCharset e) {
            return Reading.Unclear.because(
                    "mail-charset-unknown", "The mail's charset is not known: " + e.getMessage());
        } catch (MessagingException | IOException e) {
            return Reading.Unclear.because("mail-unreadable", String.valueOf(e.getMessage()));
        }
    }

    private Reading read(
            MimeMessage mail, MailHeaders headers, Arrival arrival, boolean mayBeByMachine)
            throws MessagingException, IOException, PartContent.UnknownCharset {
        if (!headers.isMail()) {
            return Reading.Unclear.because(
                    "mail-without-headers", "No mail headers: is it a mail as it travels?");
        }
        Optional<Reading.SetAside> machine =
                mayBeByMachine
                        ? new Machines(traces).recognised(mail, headers, arrival.at())
                        : Optional.empty();
        return machine.isPresent() ? machine.get() : written(mail, headers, arrival);
    }

    private Reading written(MimeMessage mail, MailHeaders headers, Arrival arrival)
            throws MessagingException, IOException, PartContent.UnknownCharset {
        MailBody body = new MailBody();
        String words = Signatures.strip(QuotedReplies.strip(body.words(mail)));
        String id = headers.messageId().orElseGet(() -> Hashes.of(arrival.content()).value());
        Contact contact =
                normalisation.contact(
                        report(headers, body, words, id, arrival),
                        ContactId.derive(MAIL, id),
                        arrival.at());
        return contact.content().text().isBlank()
                        && contact.content().subject() == null
                        && body.attachments().isEmpty()
                ? Reading.Unclear.because("mail-empty", "Neither subject nor text nor attachment")
                : new Reading.Understood(contact, body.files());
    }

    private Report report(
            MailHeaders headers, MailBody body, String words, String id, Arrival arrival) {
        return new Report(
                house.brandOf(arrival.source()),
                NAME,
                arrival.source(),
                id,
                headers.conversation().orElse(id),
                headers.reference().or(() -> headers.answered(traces)).orElse(null),
                arrival.at(),
                headers.sentAt(),
                headers.sender().map(EmailChannel::complainant).orElse(Complainant.NOBODY),
                null,
                headers.subject(),
                words,
                null,
                List.of(),
                body.attachments(),
                arrival.original(),
                List.of());
    }

    private static Complainant complainant(MailHeaders.Sender sender) {
        return new Complainant(
                sender.name(),
                List.of(sender.address()),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    private static Properties lenient() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        return properties;
    }
}
