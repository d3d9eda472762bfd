package amends.workflow.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Properties;

/// Finds the formatted words among the parts of a mail.
final class MailParts {

    private static final int DEEPEST = 20;
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailParts() {}

    /// Empty: there are none, or nothing of it can be read.
    static Optional<Document> html(byte[] mail) {
        try {
            return html(new MimeMessage(SESSION, new ByteArrayInputStream(mail)), 0);
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Document> html(Part part, int depth)
            throws MessagingException, IOException {
        ContentType type = new ContentType(part.getContentType());
        if (type.match("text/html") && part.getFileName() == null) {
            try (InputStream in = part.getInputStream()) {
                return Optional.of(Jsoup.parse(in, charset(type.getParameter("charset")), ""));
            }
        }
        if (!type.match("multipart/*") || depth == DEEPEST) {
            return Optional.empty();
        }
        Multipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
        for (int i = 0; i < parts.getCount(); i++) {
            Optional<Document> found = html(parts.getBodyPart(i), depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Nothing for a charset that nobody knows: then the page itself may tell.
    private static @Nullable String charset(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String known = MimeUtility.javaCharset(name);
        try {
            return Charset.isSupported(known) ? known : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
