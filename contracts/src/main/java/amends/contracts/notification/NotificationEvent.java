package amends.contracts.notification;

import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.personal.EmailAddress;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What becomes of the messages to customers, and what customers answer. Names and fields are for
/// ever.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface NotificationEvent {

    NotificationId id();

    /// Requested by mail; further deliveries bring further request types.
    ///
    /// @param round which follow-up of the complaint this is, from 1; 0 for all other kinds
    record EmailRequested(
            NotificationId id,
            NotificationKind kind,
            int round,
            EmailAddress to,
            Rendered message,
            TemplateVersion template)
            implements NotificationEvent {}

    /// The delivery channel took it: for mail, the receiving server answered 250.
    record NotificationSent(
            NotificationId id,
            NotificationKind kind,
            int round,
            DeliveryName delivery,
            MessageId messageId)
            implements NotificationEvent {}

    record NotificationBounced(NotificationId id, NotificationKind kind, FailureReason reason)
            implements NotificationEvent {}

    /// It could not be handed over and will not be tried again.
    record NotificationFailed(
            NotificationId id,
            NotificationKind kind,
            DeliveryName delivery,
            FailureReason reason,
            int attempts)
            implements NotificationEvent {}

    /// It was due but not sent on purpose.
    record NotificationSuppressed(NotificationId id, NotificationKind kind, Reason reason)
            implements NotificationEvent {

        /// Why not.
        public enum Reason {
            NO_ADDRESS,
            NO_CONSENT,
            COMPLAINT_CLOSED
        }
    }

    /// The customer used the one-time link of a follow-up.
    record SurveyAnswered(NotificationId id, int round, SurveyAnswer answer)
            implements NotificationEvent {}
}
