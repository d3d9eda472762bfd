package amends.intake.channel;

import amends.intake.normalise.Charsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// What one part of a mail holds, as far as its broken headers and encodings let see.
final class PartContent {

    private static final Charset JAPANESE_MAIL = Charset.forName("x-windows-iso2022jp");

    /// A text says a charset that nobody knows.
    static final class UnknownCharset extends Exception {

        private static final long serialVersionUID = 1L;

        UnknownCharset(String name) {
            super(name);
        }
    }

    private PartContent() {}

    static String text(Part part) throws MessagingException, IOException, UnknownCharset {
        return decoded(bytes(part), parameter(part, "charset"));
    }

    /// The same as far as it can be read, when it says a charset that nobody knows.
    static String readable(Part part) throws MessagingException, IOException, UnknownCharset {
        try {
            return text(part);
        } catch (UnknownCharset e) {
            return decoded(bytes(part), null);
        }
    }

    static String decoded(byte[] bytes, @Nullable String name) throws UnknownCharset {
        Charset told = null;
        if (name != null && !name.isBlank()) {
            told = Charsets.named(name).orElseThrow(() -> new UnknownCharset(name));
        }
        if (told == null || told.equals(StandardCharsets.US_ASCII)) {
            told = hasEscapes(bytes) ? JAPANESE_MAIL : StandardCharsets.UTF_8;
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

    /// Decoded bytes, as far as they can be; the raw ones when their encoding is unknown or broken.
    static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException | MessagingException e) {
            try (InputStream raw = raw(part)) {
                return beforeBrokenBoundary(part, raw.readAllBytes());
            }
        }
    }

    /// A boundary that somebody broke, and all behind it, is no part of a file in Base64.
    private static byte[] beforeBrokenBoundary(Part part, byte[] raw) throws MessagingException {
        if (!(part instanceof MimePart mime) || !"base64".equalsIgnoreCase(mime.getEncoding())) {
            return raw;
        }
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int boundary = text.indexOf("--");
        int end = boundary < 0 ? text.length() : text.lastIndexOf('\n', boundary) + 1;
        try {
            return Base64.getMimeDecoder().decode(text.substring(0, end));
        } catch (IllegalArgumentException e) {
            return raw;
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

    /// Without parameters and in lower case; a text, when it can't be read.
    static String type(Part part) {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "text/plain";
        }
    }

    static @Nullable String parameter(Part part, String name) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter(name);
        } catch (ParseException e) {
            return null;
        }
    }

    static boolean isFile(Part part) {
        return Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || fileName(part) != null;
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null;
        }
    }

    static @Nullable String fileName(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? null : MailHeaders.decoded(name);
        } catch (MessagingException e) {
            return null;
        }
    }
}
