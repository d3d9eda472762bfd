package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.wire.Wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Single events of the LINE Messaging API. Text messages become contacts, known by the message's
/// id however often LINE delivers them; stickers, joins and the like are noted. What somebody
/// writes on one day is one conversation.
public final class LineChannel implements Channel {

    private static final ChannelName NAME = new ChannelName("line");
    private static final ChannelName MESSAGING = new ChannelName("messaging");

    /// What changes from one delivery of an event to the next, or must not be kept.
    private static final List<String> OF_THE_DELIVERY = List.of("deliveryContext", "replyToken");

    private final CanonicalForm form;

    public LineChannel(CanonicalForm form) {
        this.form = form;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    /// The events of a delivery, each as it is kept; nothing when it is no delivery.
    public static Optional<List<byte[]>> events(byte[] delivery) {
        try {
            JsonNode events = Wire.mapper().readTree(delivery).path("events");
            return events.isArray()
                    ? Optional.of(events.valueStream().map(LineChannel::event).toList())
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static byte[] event(JsonNode event) {
        if (event instanceof ObjectNode object) {
            object.remove(OF_THE_DELIVERY);
        }
        return Wire.write(event);
    }

    /// An event of a delivery: LINE can't mend it and would not send it again, so what is wrong is
    /// kept.
    public Reading delivered(Arrival arrival) {
        Reading reading = read(arrival);
        return reading instanceof Reading.Invalid invalid
                ? invalid.kept("line-event-broken")
                : reading;
    }

    @Override
    public Reading read(Arrival arrival) {
        return Draft.of(arrival, form, false, this::translated);
    }

    @Override
    public Reading readAsWritten(Arrival arrival) {
        return Draft.of(arrival, form, true, this::translated);
    }

    private Reading translated(Draft draft) {
        Members event = draft.own();
        draft.fromStranger();
        String type = event.needed("type");
        Members message = event.object("message");
        String kind = type.equals("message") ? message.needed("type") : type;
        boolean isText = type.equals("message") && kind.equals("text");
        draft.identified("line", isText ? message.needed("id") : event.needed("webhookEventId"));
        whoAndWhen(draft, event);
        return isText
                ? draft.put("text", message.needed("text")).complaint(MESSAGING)
                : draft.notComplaint(AsideKind.CHAT_NOTICE, "LINE: " + kind, MESSAGING);
    }

    private static void whoAndWhen(Draft draft, Members event) {
        Instant sent = event.millis("timestamp");
        draft.occurred(sent);
        String user = event.object("source").text("userId");
        if (user != null && !user.isBlank()) {
            draft.customer("account", "line:" + user);
        }
        if (user != null && sent != null) {
            draft.conversation(user, sent);
        }
    }
}
