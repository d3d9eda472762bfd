package amends.intake.channel;

import amends.contracts.notification.MailTraces;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.AsideKind;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Recognises mails that no person wrote to us. A list to which people write is none of their
/// signs: a company's own address may be one.
record Machines(MailTraces traces) {

    private static final int MOST_HOPS = 50;

    /// Contact forms, telefaxes and voice boxes say so too; they pass on what a person said.
    private static final String GENERATED = "auto-generated";

    private static final List<String> REPLY_MARKS =
            List.of(
                    "X-Autoreply",
                    "X-Autorespond",
                    "X-Auto-Response-From",
                    "X-Autoreply-From",
                    "X-Mail-Autoreply");
    private static final Pattern SAID_IN_SUBJECT =
            Pattern.compile(
                    "^(?:\\[|【|\\()?\\s*(?:automatic reply|auto(?:matic)?[- ]?reply|auto(?:matic)?"
                        + " response|out of (?:the"
                        + " )?office|自動返信|自動応答|自動送信|不在(?:通知|連絡|のお知らせ)(?!票)|自动回复|自動回覆|abwesenheit)",
                    Pattern.CASE_INSENSITIVE);

    /// Behind these marks, the end or a sign follows in what programs write: whoever complains of
    /// an automatic reply goes on in words.
    private static final Pattern SAID_BY_ITSELF =
            Pattern.compile(
                    "^(?:\\[|【|\\(|（)?\\s*(?:automatic reply|auto(?:matic)?[-"
                        + " ]?reply|auto(?:matic)? response|out of (?:the )?office(?:"
                        + " auto-?reply)?|automatische antwort|abwesenheitsnotiz|réponse"
                        + " automatique|respuesta automática"
                        + "|自動返信(?:メール)?|自動応答(?:メール)?|自動送信(?:メール)?|自动回复|自動回覆)\\s*(?:[:：\\]】)）]|$)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<String> TO_MANY = List.of("bulk", "list", "junk");
    private static final Pattern MAIL_SYSTEM =
            Pattern.compile("(?:mailer-daemon|mail-daemon)@.*", Pattern.CASE_INSENSITIVE);

    Optional<Reading.SetAside> recognised(MimeMessage mail, MailHeaders headers, Instant at)
            throws MessagingException, IOException {
        if (isOurs(headers) || headers.count("Received") > MOST_HOPS) {
            return machine(AsideKind.LOOP, "A mail of ours, or one that goes in circles");
        }
        if (isReport(headers)) {
            return Optional.of(DeliveryReport.of(mail, traces).reading(at));
        }
        if (headers.has("X-Failed-Recipients") || isFromMailSystem(headers)) {
            return machine(AsideKind.DELIVERY_FAILURE, "A mail system's message in free form");
        }
        if (isAutomaticReply(headers)) {
            return machine(AsideKind.AUTOMATIC_REPLY, "Nobody wrote it: see its headers");
        }
        return isMailing(headers)
                ? machine(AsideKind.MAILING, "Sent to many: see its headers")
                : Optional.empty();
    }

    private boolean isOurs(MailHeaders headers) {
        return headers.has(MailTraces.KIND)
                || headers.messageId().flatMap(traces::notification).isPresent();
    }

    private static boolean isReport(MailHeaders headers) {
        String type = headers.value("Content-Type").toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/report")
                && (type.contains("delivery-status") || type.contains("disposition-notification"));
    }

    private static boolean isFromMailSystem(MailHeaders headers) {
        return hasNoSender(headers)
                && headers.sender()
                        .filter(it -> MAIL_SYSTEM.matcher(it.address()).matches())
                        .isPresent();
    }

    /// The empty envelope sender of RFC 5321: nobody may answer it.
    private static boolean hasNoSender(MailHeaders headers) {
        return headers.value("Return-Path").strip().equals("<>");
    }

    private static boolean isAutomaticReply(MailHeaders headers) {
        String submitted = headers.value("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = headers.value("Precedence").strip().toLowerCase(Locale.ROOT);
        return isReplied(submitted)
                || (isThreaded(headers)
                        && (submitted.startsWith(GENERATED) || hasNoSender(headers)))
                || precedence.replace('-', '_').equals("auto_reply")
                || REPLY_MARKS.stream().anyMatch(headers::has)
                || isSaid(headers.subject(), SAID_BY_ITSELF)
                || (isAnswer(headers) && isSaid(headers.subject(), SAID_IN_SUBJECT));
    }

    /// Nobody means us by it, unless it answers a mail of ours or came by a list that people write
    /// to.
    private boolean isMailing(MailHeaders headers) {
        String precedence = headers.value("Precedence").strip().toLowerCase(Locale.ROOT);
        boolean toMany =
                TO_MANY.contains(precedence)
                        || headers.has("List-Id")
                        || headers.has("List-Unsubscribe");
        return toMany
                && !headers.value("List-Post").contains("mailto:")
                && headers.reference().isEmpty()
                && headers.answered(traces).isEmpty();
    }

    private static boolean isReplied(String submitted) {
        return !submitted.isEmpty()
                && !submitted.startsWith("no")
                && !submitted.startsWith(GENERATED);
    }

    private static boolean isThreaded(MailHeaders headers) {
        return Stream.of("In-Reply-To", "References").anyMatch(headers::has);
    }

    private static boolean isAnswer(MailHeaders headers) {
        return isThreaded(headers) || headers.reference().isPresent();
    }

    private static boolean isSaid(@Nullable String subject, Pattern mark) {
        return subject != null && mark.matcher(subject.strip()).find();
    }

    private static Optional<Reading.SetAside> machine(AsideKind kind, String detail) {
        return Optional.of(new Reading.SetAside(kind, new FreeText(detail), List.of()));
    }
}
