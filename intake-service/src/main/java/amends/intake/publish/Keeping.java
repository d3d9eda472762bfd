package amends.intake.publish;

import amends.contracts.name.Crockford;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;
import amends.contracts.quarantine.QuarantineEvent;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.QuarantineEvent.InputSetAside;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.FormData;
import amends.intake.channel.Reading;

import org.jspecify.annotations.Nullable;

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
                        content,
                        told(arrival)));
    }

    private static @Nullable FreeText told(Arrival arrival) {
        String id = arrival.idAtSource();
        return id == null ? null : new FreeText(id);
    }

    public static RecordedQuarantine setAside(
            Channel channel, Arrival arrival, Reading.SetAside aside) {
        RawContent content = arrival.original().content();
        return recorded(
                arrival,
                content,
                new InputSetAside(
                        channel.name(),
                        aside.kind(),
                        aside.detail(),
                        arrival.mediaType(),
                        content,
                        aside.about().stream()
                                .map(RecordedNotification::event)
                                .map(NotificationEvent::id)
                                .toList(),
                        arrival.mapping(),
                        told(arrival)));
    }

    private static RecordedQuarantine recorded(
            Arrival arrival, RawContent content, QuarantineEvent event) {
        String told = arrival.idAtSource();
        String source = arrival.source().value();
        String substance = substance(arrival, content);
        String id =
                told == null
                        ? Crockford.hash(ID_LENGTH, "quarantine", source, substance)
                        : Crockford.hash(ID_LENGTH, "quarantine", source, substance, told);
        return new RecordedQuarantine(new QuarantineId(id), arrival.source(), arrival.at(), event);
    }

    /// By what an input that is sent again is known: a form has another boundary each time.
    private static String substance(Arrival arrival, RawContent content) {
        return FormData.isForm(arrival.mediaType())
                ? FormData.parse(arrival.mediaType(), content.bytes())
                        .map(FormData::fingerprint)
                        .orElse(content.value())
                : content.value();
    }
}
