package amends.notification.delivery;

import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationEvent.NotificationBounced;
import amends.contracts.notification.NotificationEvent.NotificationFailed;
import amends.contracts.notification.NotificationEvent.NotificationSent;
import amends.contracts.notification.RecordedNotification;

import java.time.Duration;
import java.time.Instant;

/// What follows from an attempt: a fact, or another try later. Pure.
///
/// @param attempts how often the receiving side may put a message off
record Verdicts(DeliveryName delivery, int attempts, Patience patience) {

    /// What becomes of a parcel.
    sealed interface Verdict {

        /// It is over, and this is how.
        record Settled(Parcel parcel, RecordedNotification fact) implements Verdict {}

        record Later(Parcel parcel) implements Verdict {}

        /// Not the parcel's fault: all wait.
        record NobodyThere(Parcel parcel) implements Verdict {}
    }

    Verdict on(Parcel parcel, Attempt attempt, Instant now) {
        EmailRequested request = parcel.request();
        return switch (attempt) {
            case Attempt.Accepted a ->
                    settled(
                            parcel,
                            now,
                            new NotificationSent(
                                    request.id(),
                                    request.kind(),
                                    request.round(),
                                    delivery,
                                    a.messageId()));
            case Attempt.Rejected r ->
                    settled(
                            parcel,
                            now,
                            new NotificationBounced(request.id(), request.kind(), r.reason()));
            case Attempt.PutOff p -> putOff(parcel, p.reason(), now);
            case Attempt.NobodyThere _ -> new Verdict.NobodyThere(parcel);
        };
    }

    private Verdict putOff(Parcel parcel, FailureReason reason, Instant now) {
        int tried = parcel.attempts() + 1;
        EmailRequested request = parcel.request();
        if (tried < attempts) {
            Duration pause = patience.after(tried);
            return new Verdict.Later(parcel.putOff(now.plus(pause)));
        }
        return settled(
                parcel,
                now,
                new NotificationFailed(request.id(), request.kind(), delivery, reason, tried));
    }

    private static Verdict settled(Parcel parcel, Instant now, NotificationEvent event) {
        return new Verdict.Settled(
                parcel, new RecordedNotification(parcel.complaint(), now, event));
    }
}
