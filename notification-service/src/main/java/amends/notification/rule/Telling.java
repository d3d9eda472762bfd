package amends.notification.rule;

import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.NotificationEvent.NotificationSuppressed;
import amends.contracts.notification.NotificationEvent.NotificationSuppressed.Reason;
import amends.contracts.notification.RecordedNotification;

/// Makes a notice a request to send it, or, where nobody can be reached, the fact that it was not
/// sent.
///
/// @param escalations who inside the house is told
public record Telling(Letters letters, Escalations escalations) {

    public RecordedNotification tell(Occasion occasion, Notice notice, Correspondence known) {
        NotificationEvent event =
                known.recipient()
                        .address()
                        .<NotificationEvent>map(
                                address -> letters.write(occasion, notice, known, address))
                        .orElseGet(() -> unreachable(occasion, notice));
        return new RecordedNotification(occasion.complaint(), occasion.at(), event);
    }

    private static NotificationSuppressed unreachable(Occasion occasion, Notice notice) {
        return new NotificationSuppressed(
                occasion.id(notice.kind()), notice.kind(), Reason.NO_ADDRESS);
    }
}
