package amends.deploy.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;

import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What can be read from the bytes of a mail.
final class ParsedMail {

    private static final int ID_BYTES = 12;

    static {
        // else every mail searches the whole class path for the one implementation
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final MimeMessage message;
    private final byte[] bytes;

    private ParsedMail(MimeMessage message, byte[] bytes) {
        this.message = message;
        this.bytes = bytes;
    }

    static ParsedMail of(byte[] bytes) {
        try {
            return new ParsedMail(new MimeMessage(null, new ByteArrayInputStream(bytes)), bytes);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("This is not a mail: " + e.getMessage(), e);
        }
    }

    /// The same for every delivery of the same mail.
    String id() {
        String messageId = header("Message-ID");
        byte[] identity = messageId.isEmpty() ? bytes : messageId.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String header(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? "" : decoded(values[0]);
        } catch (MessagingException e) {
            return "";
        }
    }

    List<String> to() {
        return Arrays.stream(header("To").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /// Its plain text; HTML source when it has no other.
    String text() {
        try {
            String text = text(message, "text/plain");
            return text != null ? text : Objects.requireNonNullElse(text(message, "text/*"), "");
        } catch (MessagingException | IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    private static @Nullable String text(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = text(inner, type);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    private static String decoded(String value) {
        try {
            return jakarta.mail.internet.MimeUtility.decodeText(
                    jakarta.mail.internet.MimeUtility.unfold(value));
        } catch (IOException e) {
            return value;
        }
    }

    Stream<String> headerLines() {
        return Stream.of("From", "To", "Subject", "Date", "Message-ID", "Reply-To")
                .filter(name -> !header(name).isEmpty())
                .map(name -> name + ": " + header(name));
    }
}
