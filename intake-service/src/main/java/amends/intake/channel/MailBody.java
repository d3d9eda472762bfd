package amends.intake.channel;

import amends.contracts.contact.Attachment;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.personal.FreeText;
import amends.intake.channel.PartContent.UnknownCharset;
import amends.intake.normalise.PlainText;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedByteArrayInputStream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words and files of a mail. Mails break every rule; whatever can be read is read.
final class MailBody {

    private static final int DEEPEST = 20;
    private static final int MOST_FILES = 200;
    private static final String MAIL = "message/rfc822";
    private static final String CALENDAR = "text/calendar";
    private static final String ANY_BYTES = "application/octet-stream";
    private static final List<String> WINMAIL =
            List.of("application/ms-tnef", "application/vnd.ms-tnef");

    private final List<Attachment> attachments = new ArrayList<>();
    private final List<FileContent> files = new ArrayList<>();
    private Optional<byte[]> forwarded = Optional.empty();
    private String invitation = "";

    List<Attachment> attachments() {
        return attachments;
    }

    /// The bytes of the attachments, in their order.
    List<FileContent> files() {
        return files;
    }

    String words(MimeMessage mail) throws MessagingException, IOException, UnknownCharset {
        String words = (strayLines(mail) + words(mail, 0)).strip();
        if (!words.isBlank()) {
            return words;
        }
        return forwarded.isPresent() ? forwardedWords(forwarded.get()) : invitation;
    }

    /// Lines among the headers that are none: the mail begins there for whoever wrote it.
    private static String strayLines(MimeMessage mail) throws MessagingException {
        return Collections.list(mail.getAllHeaderLines()).stream()
                .filter(line -> line.indexOf(':') < 0 && !line.isBlank())
                .filter(line -> !line.matches("(?s)>?From .*"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /// Whoever forwards a mail without a word of his own means what it says.
    private static String forwardedWords(byte[] mail)
            throws MessagingException, IOException, UnknownCharset {
        MailBody within = new MailBody();
        return within.words(
                new MimeMessage(EmailChannel.SESSION, new SharedByteArrayInputStream(mail)), 1);
    }

    private String words(Part part, int depth)
            throws MessagingException, IOException, UnknownCharset {
        String type = PartContent.type(part);
        if (type.startsWith("multipart/") && depth < DEEPEST) {
            return multipart(part, type, depth);
        }
        boolean file = PartContent.isFile(part);
        if (!file && type.equals("text/html")) {
            return PlainText.ofHtml(PartContent.text(part));
        }
        if (!file && (type.equals("text/plain") || !type.contains("/"))) {
            return PartContent.text(part);
        }
        return attach(part, type);
    }

    private String multipart(Part part, String type, int depth)
            throws MessagingException, IOException, UnknownCharset {
        List<String> plain = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Multipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
        try {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String words = words(child, depth + 1);
                if (!words.isBlank()) {
                    all.add(words);
                    if (PartContent.type(child).equals("text/plain")) {
                        plain.add(words);
                    }
                }
            }
        } catch (MessagingException e) {
            if (all.isEmpty() && attachments.isEmpty()) {
                return PartContent.decoded(PartContent.bytes(part), null);
            }
        }
        if (type.equals("multipart/alternative") && !all.isEmpty()) {
            return plain.isEmpty() ? all.getLast() : plain.getFirst();
        }
        return String.join("\n\n", all);
    }

    /// Returns the words of a file that Outlook packs a mail into; of others there are none.
    private String attach(Part part, String type)
            throws IOException, MessagingException, UnknownCharset {
        byte[] bytes = PartContent.bytes(part);
        String name = PartContent.fileName(part);
        keep(name == null ? "" : name, type, bytes);
        if (type.equals(MAIL) && forwarded.isEmpty()) {
            forwarded = Optional.of(bytes);
        }
        if (type.equals(CALENDAR) && invitation.isEmpty()) {
            invitation =
                    CalendarText.of(PartContent.readable(part)); // without other words it counts
        }
        Optional<Winmail> packed =
                WINMAIL.contains(type) ? Winmail.unpacked(bytes) : Optional.empty();
        packed.ifPresent(
                within ->
                        within.files().forEach(file -> keep(file.name(), ANY_BYTES, file.bytes())));
        return packed.map(Winmail::words).orElse("");
    }

    /// What is beyond the limit stays in the original.
    private void keep(String name, String type, byte[] bytes) {
        if (files.size() == MOST_FILES) {
            return;
        }
        FileContent content = new FileContent(bytes);
        files.add(content);
        attachments.add(
                new Attachment(
                        new FreeText(PlainText.ofPlain(name)),
                        new MediaTypeName(
                                type.contains("/") && type.length() <= MediaTypeName.LONGEST
                                        ? type
                                        : ANY_BYTES),
                        bytes.length,
                        content.hash()));
    }
}
