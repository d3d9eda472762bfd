package amends.intake.channel;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.notification.MailTraces;
import amends.intake.normalise.Charsets;
import amends.intake.normalise.Mentions;
import amends.intake.normalise.Moments;
import amends.intake.normalise.PlainText;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the headers of a mail say, however they are written.
record MailHeaders(MimeMessage mail) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");
    private static final Pattern PLUS = Pattern.compile("\\+([0-9A-Za-z-]{13,16})@");

    /// The time that folded lines, and more so addresses, take to be read grows with the square of
    /// their length.
    private static final int LONGEST = 64 * 1024;

    private static final int LONGEST_SENDER = 4000;

    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");

    /// Who wrote it.
    record Sender(@Nullable String name, String address) {}

    boolean isMail() throws MessagingException {
        return Stream.of("From", "To", "Subject", "Date", "Message-ID", "Content-Type", "Received")
                .anyMatch(name -> text(name) != null);
    }

    boolean has(String name) {
        return text(name) != null;
    }

    /// Empty when there is none.
    String value(String name) {
        String value = text(name);
        return value == null ? "" : value;
    }

    int count(String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? 0 : values.length;
    }

    @Nullable String subject() {
        String subject = text("Subject");
        return subject == null || subject.isBlank() ? null : subject;
    }

    Optional<String> messageId() {
        return ids("Message-ID").findFirst();
    }

    /// The first mail of its conversation, so that all replies lead to the same complaint.
    Optional<String> conversation() {
        return Stream.of(ids("References"), ids("In-Reply-To"), ids("Message-ID"))
                .flatMap(ids -> ids)
                .findFirst();
    }

    /// The complaint of a mail of ours that this one answers.
    Optional<ComplaintReference> answered(MailTraces traces) {
        return Stream.concat(ids("In-Reply-To"), ids("References"))
                .flatMap(id -> traces.complaint(id).stream())
                .map(ComplaintId::reference)
                .findFirst();
    }

    Optional<ComplaintReference> reference() {
        String subject = subject();
        Stream<ComplaintReference> inSubject =
                subject == null
                        ? Stream.empty()
                        : Mentions.reference(PlainText.ofPlain(subject)).stream();
        Stream<ComplaintReference> inAddress =
                RECIPIENTS.stream()
                        .map(name -> String.valueOf(text(name)))
                        .flatMap(value -> PLUS.matcher(value).results())
                        .map((MatchResult found) -> found.group(1))
                        .flatMap(typed -> ComplaintReference.parse(typed).stream());
        return Stream.concat(inSubject, inAddress).findFirst();
    }

    Optional<Sender> sender() {
        String whole = value("From");
        String from = whole.substring(0, Math.min(whole.length(), LONGEST_SENDER));
        if (from.isBlank()) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(from, false);
            return Stream.of(addresses)
                    .filter(
                            address ->
                                    address.getAddress() != null
                                            && address.getAddress().contains("@"))
                    .map(address -> new Sender(address.getPersonal(), address.getAddress()))
                    .findFirst();
        } catch (AddressException e) {
            return Optional.of(new Sender(null, from));
        }
    }

    @Nullable Instant sentAt() {
        try {
            Date sent = mail.getSentDate();
            return sent != null && Moments.isCounted(sent.toInstant()) ? sent.toInstant() : null;
        } catch (MessagingException e) {
            return null;
        }
    }

    private Stream<String> ids(String name) {
        String value = text(name);
        return value == null
                ? Stream.empty()
                : MESSAGE_ID.matcher(value).results().map(MatchResult::group);
    }

    private @Nullable String text(String name) {
        try {
            String value = mail.getHeader(name, ", ");
            return value == null
                    ? null
                    : decoded(value.substring(0, Math.min(value.length(), LONGEST)));
        } catch (MessagingException e) {
            return null;
        }
    }

    /// Encoded words, and bytes that should have been encoded.
    static String decoded(String raw) {
        String unfolded = MimeUtility.unfold(unencoded(raw));
        try {
            return unfolded.contains("=?") ? MimeUtility.decodeText(unfolded) : unfolded;
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private static String unencoded(String raw) {
        if (raw.indexOf('\u001b') >= 0) {
            return new String(
                    raw.getBytes(StandardCharsets.ISO_8859_1),
                    Charset.forName("x-windows-iso2022jp"));
        }
        if (raw.chars().allMatch(c -> c < 0x80) || raw.chars().anyMatch(c -> c > 0xff)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        return new String(
                bytes, Charsets.charset(bytes, bytes.length).orElse(StandardCharsets.ISO_8859_1));
    }
}
