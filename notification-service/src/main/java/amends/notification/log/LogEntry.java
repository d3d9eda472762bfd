package amends.notification.log;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.MessageId;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.NotificationEvent.*;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.notification.TemplateVersion;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// All that is known of one notification: what was said, when, and what became of it.
///
/// @param round which follow-up this is, from 1; 0 for all other kinds
/// @param suppressed why it was not sent on purpose
/// @param answer what the customer answered to a follow-up
public record LogEntry(
        NotificationId id,
        ComplaintId complaintId,
        NotificationKind kind,
        Status status,
        int round,
        @Nullable Instant requestedAt,
        @Nullable Instant settledAt,
        @Nullable EmailAddress to,
        @Nullable FreeText subject,
        @Nullable FreeText text,
        @Nullable TemplateVersion template,
        @Nullable DeliveryName delivery,
        @Nullable MessageId messageId,
        @Nullable FailureReason reason,
        @Nullable Integer attempts,
        NotificationSuppressed.@Nullable Reason suppressed,
        @Nullable SurveyAnswer answer,
        @Nullable Instant answeredAt) {

    /// Where a notification stands.
    public enum Status {
        REQUESTED,
        SENT,
        BOUNCED,
        FAILED,
        SUPPRESSED
    }

    /// Whether it should have reached the customer and did not.
    boolean isFailure() {
        return status == Status.FAILED || status == Status.BOUNCED;
    }

    boolean isSettled() {
        return status != Status.REQUESTED;
    }

    static LogEntry of(RecordedNotification recorded) {
        LogEntry empty =
                new LogEntry(
                        recorded.event().id(),
                        recorded.complaintId(),
                        kind(recorded.event()),
                        Status.REQUESTED,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return empty.after(recorded);
    }

    LogEntry after(RecordedNotification recorded) {
        Instant at = recorded.at();
        return switch (recorded.event()) {
            case EmailRequested e -> requested(e, at);
            case NotificationSent e ->
                    settled(Status.SENT, e.round(), at, e.delivery(), e.messageId(), null, null);
            case NotificationBounced e ->
                    settled(Status.BOUNCED, round, at, delivery, null, e.reason(), null);
            case NotificationFailed e ->
                    settled(Status.FAILED, round, at, e.delivery(), null, e.reason(), e.attempts());
            case NotificationSuppressed e -> suppressed(e.reason(), at);
            case SurveyAnswered e -> answer == null ? answered(e, at) : this;
        };
    }

    private LogEntry requested(EmailRequested e, Instant at) {
        return new LogEntry(
                id,
                complaintId,
                kind,
                status,
                e.round(),
                requestedAt == null ? at : requestedAt,
                settledAt,
                e.to(),
                e.message().subject(),
                e.message().text(),
                e.template(),
                delivery,
                messageId,
                reason,
                attempts,
                suppressed,
                answer,
                answeredAt);
    }

    private LogEntry settled(
            Status how,
            int itsRound,
            Instant at,
            @Nullable DeliveryName by,
            @Nullable MessageId as,
            @Nullable FailureReason because,
            @Nullable Integer tries) {
        return new LogEntry(
                id,
                complaintId,
                kind,
                how,
                itsRound,
                requestedAt,
                at,
                to,
                subject,
                text,
                template,
                by,
                as,
                because,
                tries,
                suppressed,
                answer,
                answeredAt);
    }

    private LogEntry suppressed(NotificationSuppressed.Reason why, Instant at) {
        return new LogEntry(
                id,
                complaintId,
                kind,
                Status.SUPPRESSED,
                round,
                requestedAt,
                at,
                to,
                subject,
                text,
                template,
                delivery,
                messageId,
                reason,
                attempts,
                why,
                answer,
                answeredAt);
    }

    private LogEntry answered(SurveyAnswered e, Instant at) {
        return new LogEntry(
                id,
                complaintId,
                kind,
                status,
                e.round(),
                requestedAt,
                settledAt,
                to,
                subject,
                text,
                template,
                delivery,
                messageId,
                reason,
                attempts,
                suppressed,
                e.answer(),
                at);
    }

    private static NotificationKind kind(NotificationEvent event) {
        return switch (event) {
            case EmailRequested e -> e.kind();
            case NotificationSent e -> e.kind();
            case NotificationBounced e -> e.kind();
            case NotificationFailed e -> e.kind();
            case NotificationSuppressed e -> e.kind();
            case SurveyAnswered _ -> NotificationKind.FOLLOW_UP;
        };
    }
}
