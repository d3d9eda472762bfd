package amends.intake.channel;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.MailTraces;
import amends.contracts.notification.NotificationEvent.NotificationBounced;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.AsideKind;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a mail system reports about a mail (RFC 3464).
///
/// @param fields of its recipients, as text
/// @param returned the headers of the mail that it is about, when they came back
record DeliveryReport(String fields, @Nullable InternetHeaders returned, MailTraces traces) {

    private static final Pattern ACTION = field("Action");
    private static final Pattern STATUS = field("Status");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");
    private static final String FAILED = "failed";
    private static final String UNKNOWN_STATUS = "5.0.0";
    private static final Pattern STATUS_CODE = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    static DeliveryReport of(MimeMessage mail, MailTraces traces)
            throws MessagingException, IOException {
        StringBuilder fields = new StringBuilder();
        InternetHeaders returned = null;
        try {
            MimeMultipart parts = new MimeMultipart(mail.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                Part part = parts.getBodyPart(i);
                switch (PartContent.type(part)) {
                    case "message/delivery-status" -> fields.append(text(part)).append('\n');
                    case "message/rfc822", "text/rfc822-headers", "message/rfc822-headers" ->
                            returned = headers(part);
                    default -> {}
                }
            }
        } catch (MessagingException e) {
            fields.append('\n'); // broken off: what was read so far counts
        }
        return new DeliveryReport(fields.toString(), returned, traces);
    }

    Reading.SetAside reading(Instant at) {
        boolean failed = values(ACTION).anyMatch(FAILED::equals);
        String detail =
                String.join(
                        ", ", Stream.concat(values(ACTION), values(STATUS)).distinct().toList());
        return new Reading.SetAside(
                failed ? AsideKind.DELIVERY_FAILURE : AsideKind.DELIVERY_NOTICE,
                new FreeText(detail.isEmpty() ? "A report without details" : detail),
                failed ? bounced(at).stream().toList() : List.of());
    }

    /// Only when it is about a mail of ours, which tells so itself.
    private Optional<RecordedNotification> bounced(Instant at) {
        Optional<NotificationId> id = ids("Message-ID").flatMap(this::notification).findFirst();
        Optional<ComplaintId> complaint =
                ids("References").flatMap(each -> traces.complaint(each).stream()).findFirst();
        Optional<NotificationKind> kind = kind();
        return id.isEmpty() || complaint.isEmpty() || kind.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RecordedNotification(
                                complaint.get(),
                                at,
                                new NotificationBounced(
                                        id.get(),
                                        kind.get(),
                                        new FailureReason("dsn-" + status()))));
    }

    private Stream<NotificationId> notification(String messageId) {
        return traces.notification(messageId).stream();
    }

    private Optional<NotificationKind> kind() {
        String name = header(MailTraces.KIND).strip();
        return Stream.of(NotificationKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private String status() {
        return values(STATUS)
                .filter(status -> STATUS_CODE.matcher(status).matches())
                .findFirst()
                .orElse(UNKNOWN_STATUS);
    }

    private Stream<String> values(Pattern field) {
        return field.matcher(fields)
                .results()
                .map(
                        found ->
                                found.group(1)
                                        .strip()
                                        .split("[\\s;(]", 2)[0]
                                        .toLowerCase(Locale.ROOT));
    }

    private Stream<String> ids(String name) {
        Matcher ids = MESSAGE_ID.matcher(header(name));
        return ids.results().map(MatchResult::group);
    }

    private String header(String name) {
        String value = returned == null ? null : returned.getHeader(name, " ");
        return value == null ? "" : value;
    }

    private static InternetHeaders headers(Part part) throws MessagingException, IOException {
        return new InternetHeaders(new ByteArrayInputStream(PartContent.bytes(part)));
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(PartContent.bytes(part), StandardCharsets.UTF_8);
    }

    private static Pattern field(String name) {
        return Pattern.compile(
                "^" + name + "[ \\t]*:(.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }
}
