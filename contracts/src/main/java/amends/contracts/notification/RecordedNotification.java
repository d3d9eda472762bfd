package amends.contracts.notification;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Message;

import java.time.Instant;

/// A notification event with the complaint it is about.
public record RecordedNotification(ComplaintId complaintId, Instant at, NotificationEvent event)
        implements Message {

    @Override
    public String key() {
        return complaintId.value();
    }

    @Override
    public String messageId() {
        return switch (event) {
            case NotificationEvent.EmailRequested e -> e.id() + ":requested";
            case NotificationEvent.NotificationSent e -> e.id() + ":sent";
            case NotificationEvent.NotificationBounced e -> e.id() + ":bounced";
            case NotificationEvent.NotificationFailed e -> e.id() + ":failed";
            case NotificationEvent.NotificationSuppressed e -> e.id() + ":suppressed";
            case NotificationEvent.SurveyAnswered e -> e.id() + ":answered";
        };
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
