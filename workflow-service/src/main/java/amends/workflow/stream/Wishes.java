package amends.workflow.stream;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.contact.Contact;
import amends.contracts.insight.RecordedInsight;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.workflow.stream.Wish.Answer;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What the messages of each input topic wish for.
final class Wishes {

    private Wishes() {}

    static Optional<Wish> of(Contact contact, Arrival arrival) {
        return Optional.of(
                new Wish(
                        contact.complaintId(),
                        new ComplaintCommand.RegisterContact(
                                contact.brand(),
                                contact.customer(),
                                contact.content(),
                                arrival.position()),
                        Automations.INTAKE,
                        arrival.now(),
                        arrival.replyTo(),
                        null,
                        arrival.replyTo() == null ? Answer.NOTHING : Answer.DISPOSITION));
    }

    /// The dispatcher learns from the complaint's own events what became of its commands.
    static Optional<Wish> of(CommandRequest request, Arrival arrival) {
        CorrelationId asked = asked(request);
        return Optional.of(
                new Wish(
                        request.complaintId(),
                        request.command(),
                        request.actor(),
                        request.at(),
                        asked == null ? request.correlation() : asked,
                        request.expectedVersion(),
                        asked == null ? Answer.NOTHING : Answer.DECISION));
    }

    /// Under which somebody waits for the answer. A contact is sent as a command by the complaint
    /// only that was merged.
    private static @Nullable CorrelationId asked(CommandRequest request) {
        if (request.command() instanceof ComplaintCommand.OfPlatform own) {
            return own.awaitedUnder(request.correlation());
        }
        boolean nobody =
                request.command() instanceof ComplaintCommand.RegisterContact
                        || request.actor().equals(Automations.DISPATCHER);
        return nobody ? null : request.correlation();
    }

    /// It counts from when it is known here: what it is drawn from may lie far back.
    static Optional<Wish> of(RecordedInsight insight, Arrival arrival) {
        return Optional.of(
                Wish.silent(
                        insight.complaintId(),
                        new ComplaintCommand.TakeInsight(insight.insight()),
                        Automations.ANALYTICS,
                        arrival.now()));
    }

    static Optional<Wish> of(RecordedNotification notification, Arrival arrival) {
        return switch (notification.event()) {
            case NotificationEvent.NotificationSent sent -> sent(notification, sent);
            case NotificationEvent.SurveyAnswered answered ->
                    Optional.of(
                            Wish.silent(
                                    notification.complaintId(),
                                    new ComplaintCommand.AnswerFollowUp(
                                            answered.round(), answered.answer()),
                                    Actor.customer(),
                                    notification.at()));
            case NotificationEvent.EmailRequested e -> Optional.empty();
            case NotificationEvent.NotificationBounced e -> Optional.empty();
            case NotificationEvent.NotificationFailed e -> Optional.empty();
            case NotificationEvent.NotificationSuppressed e -> Optional.empty();
        };
    }

    private static Optional<Wish> sent(
            RecordedNotification notification, NotificationEvent.NotificationSent sent) {
        return command(sent)
                .map(
                        command ->
                                Wish.silent(
                                        notification.complaintId(),
                                        command,
                                        Automations.NOTIFICATION,
                                        notification.at()));
    }

    private static Optional<ComplaintCommand> command(NotificationEvent.NotificationSent sent) {
        if (sent.kind() == NotificationKind.ACKNOWLEDGEMENT) {
            return Optional.of(new ComplaintCommand.Acknowledge());
        }
        return sent.kind() == NotificationKind.FOLLOW_UP
                ? Optional.of(new ComplaintCommand.RecordFollowUp(sent.round()))
                : Optional.empty();
    }
}
