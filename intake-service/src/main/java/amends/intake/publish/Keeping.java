package amends.intake.publish;

import amends.contracts.name.Crockford;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.personal.RawContent;
import amends.contracts.quarantine.QuarantineEvent;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.QuarantineEvent.InputSetAside;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Reading;

/// What is kept of inputs that are no contacts: all of it, without card numbers and the like.
public final class Keeping {

    private static final int ID_LENGTH = 26;

    private Keeping() {}

    public static RecordedQuarantine quarantined(
            Channel channel, Arrival arrival, Reading.Unclear unclear) {
        RawContent content = arrival.original().content();
        return recorded(
                arrival,
                content,
                new InputQuarantined(
                        channel.name(),
                        arrival.mapping(),
                        unclear.reason(),
                        unclear.detail(),
                        arrival.mediaType(),
                        content));
    }

    public static RecordedQuarantine setAside(
            Channel channel, Arrival arrival, Reading.ByMachine machine) {
        RawContent content = arrival.original().content();
        return recorded(
                arrival,
                content,
                new InputSetAside(
                        channel.name(),
                        machine.kind(),
                        machine.detail(),
                        arrival.mediaType(),
                        content,
                        machine.about().stream()
                                .map(RecordedNotification::event)
                                .map(NotificationEvent::id)
                                .toList()));
    }

    private static RecordedQuarantine recorded(
            Arrival arrival, RawContent content, QuarantineEvent event) {
        QuarantineId id =
                new QuarantineId(
                        Crockford.hash(
                                ID_LENGTH,
                                "quarantine",
                                arrival.source().value(),
                                content.value()));
        return new RecordedQuarantine(id, arrival.source(), arrival.at(), event);
    }
}
