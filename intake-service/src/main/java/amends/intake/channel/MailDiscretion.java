package amends.intake.channel;

import amends.intake.normalise.Charsets;
import amends.intake.normalise.Discretion;
import amends.intake.normalise.PersonalNumbers;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Masks card numbers and the like in the texts and subjects of a mail as it travels; every other
/// byte stays. What is not text (pictures, documents, archives) can't be masked.
final class MailDiscretion {

    private MailDiscretion() {}

    /// The same array when there is nothing to mask.
    static byte[] masked(byte[] mail) {
        String raw = new String(mail, StandardCharsets.ISO_8859_1);
        StringBuilder masked = new StringBuilder(raw.length());
        int done = 0;
        for (MailPart part : MailPart.leaves(raw)) {
            String text = raw.substring(part.start(), part.end());
            String discreet = part.isHeader() ? subject(text) : body(part, text);
            if (!discreet.equals(text)) {
                masked.append(raw, done, part.start()).append(discreet);
                done = part.end();
            }
        }
        return done == 0
                ? mail
                : masked.append(raw, done, raw.length())
                        .toString()
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String body(MailPart part, String raw) {
        try {
            byte[] bytes = decoded(part, raw);
            byte[] masked = Discretion.masked(bytes, charset(part, bytes));
            return Arrays.equals(masked, bytes) ? raw : encoded(part, raw, masked);
        } catch (MessagingException | IOException e) {
            return PersonalNumbers.masked(raw);
        }
    }

    private static byte[] decoded(MailPart part, String raw)
            throws MessagingException, IOException {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        if (!part.isEncoded()) {
            return bytes;
        }
        try (InputStream in =
                MimeUtility.decode(new ByteArrayInputStream(bytes), part.encoding())) {
            return in.readAllBytes();
        }
    }

    private static String encoded(MailPart part, String raw, byte[] masked)
            throws MessagingException, IOException {
        if (!part.isEncoded()) {
            return new String(masked, StandardCharsets.ISO_8859_1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = MimeUtility.encode(bytes, part.encoding())) {
            out.write(masked);
        }
        String text = bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        return text + raw.substring(raw.stripTrailing().length());
    }

    private static Charset charset(MailPart part, byte[] bytes) {
        return Charsets.named(part.charset())
                .or(() -> Charsets.charset(bytes, bytes.length))
                .orElse(StandardCharsets.ISO_8859_1);
    }

    /// A subject may be written in encoded words, which hide its digits.
    private static String subject(String raw) {
        String masked = PersonalNumbers.masked(raw);
        if (!masked.equals(raw) || !raw.contains("=?")) {
            return masked;
        }
        String words = MailHeaders.decoded(raw).strip();
        String discreet = PersonalNumbers.masked(words);
        if (discreet.equals(words)) {
            return raw;
        }
        try {
            String lineEnd = raw.substring(raw.stripTrailing().length());
            return " " + MimeUtility.encodeText(discreet, "UTF-8", "B") + lineEnd;
        } catch (IOException e) {
            return raw;
        }
    }
}
