package amends.intake.channel;

import amends.contracts.contact.Attachment;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.personal.FreeText;
import amends.intake.normalise.Charsets;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.PlainText;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words and files of a mail. Mails break every rule; whatever can be read is read.
final class MailBody {

    private static final int DEEPEST = 20;
    private static final String ANY_BYTES = "application/octet-stream";

    private final List<Attachment> attachments = new ArrayList<>();

    /// A text says a charset that nobody knows.
    static final class UnknownCharset extends Exception {

        private static final long serialVersionUID = 1L;

        UnknownCharset(String name) {
            super(name);
        }
    }

    List<Attachment> attachments() {
        return attachments;
    }

    String words(MimeMessage mail) throws MessagingException, IOException, UnknownCharset {
        return words(mail, 0);
    }

    private String words(Part part, int depth)
            throws MessagingException, IOException, UnknownCharset {
        String type = type(part);
        if (type.startsWith("multipart/") && depth < DEEPEST) {
            return multipart(part, type, depth);
        }
        boolean file =
                Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || fileName(part) != null;
        if (!file && type.equals("text/html")) {
            return PlainText.ofHtml(text(part));
        }
        if (!file && (type.equals("text/plain") || !type.contains("/"))) {
            return text(part);
        }
        attach(part, type);
        return "";
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
                    if (type(child).equals("text/plain")) {
                        plain.add(words);
                    }
                }
            }
        } catch (MessagingException e) {
            if (all.isEmpty() && attachments.isEmpty()) {
                return decoded(bytes(part), null);
            }
        }
        if (type.equals("multipart/alternative") && !all.isEmpty()) {
            return plain.isEmpty() ? all.getLast() : plain.getFirst();
        }
        return String.join("\n\n", all);
    }

    private void attach(Part part, String type) throws IOException, MessagingException {
        byte[] bytes = bytes(part);
        String name = fileName(part);
        attachments.add(
                new Attachment(
                        new FreeText(name == null ? "" : PlainText.ofPlain(name)),
                        new MediaTypeName(
                                type.contains("/") && type.length() <= MediaTypeName.LONGEST
                                        ? type
                                        : ANY_BYTES),
                        bytes.length,
                        Hashes.of(bytes)));
    }

    private static String text(Part part) throws MessagingException, IOException, UnknownCharset {
        return decoded(bytes(part), parameter(part, "charset"));
    }

    private static String decoded(byte[] bytes, @Nullable String name) throws UnknownCharset {
        Charset told = null;
        if (name != null && !name.isBlank()) {
            told = Charsets.named(name).orElseThrow(() -> new UnknownCharset(name));
        }
        if (told == null || told.equals(StandardCharsets.US_ASCII)) {
            told =
                    hasEscapes(bytes)
                            ? Charset.forName("x-windows-iso2022jp")
                            : StandardCharsets.UTF_8;
        }
        try {
            return told.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charsets.charset(bytes, bytes.length).orElse(told));
        }
    }

    /// Decoded bytes, or the raw ones when their transfer encoding is unknown or broken.
    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException | MessagingException e) {
            try (InputStream raw = raw(part)) {
                return raw.readAllBytes();
            }
        }
    }

    private static InputStream raw(Part part) throws MessagingException {
        return switch (part) {
            case MimeMessage mail -> mail.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> InputStream.nullInputStream();
        };
    }

    private static boolean hasEscapes(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static String type(Part part) {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "text/plain";
        }
    }

    private static @Nullable String parameter(Part part, String name) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter(name);
        } catch (ParseException e) {
            return null;
        }
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static @Nullable String fileName(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? null : MailHeaders.decoded(name);
        } catch (MessagingException e) {
            return null;
        }
    }
}
