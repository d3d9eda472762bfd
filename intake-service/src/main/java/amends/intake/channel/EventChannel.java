package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.SourceName;
import amends.contracts.name.TypedName;
import amends.contracts.wire.Wire;
import amends.intake.normalise.Hashes;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// CloudEvents 1.0, whole in one of their formats; binary mode is brought into that of JSON before.
/// Source and id of the event are the identity of the contact.
public final class EventChannel implements Channel {

    /// The type whose data is a complaint in canonical JSON.
    public static final String SUBMITTED = "amends.complaint.submitted";

    private static final ChannelName NAME = new ChannelName("events");
    private static final ChannelName PARTNER = new ChannelName("partner");
    private static final JsonFormat FORMAT = new JsonFormat();

    private final CanonicalForm form;

    public EventChannel(CanonicalForm form) {
        this.form = form;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public Reading read(Arrival arrival) {
        try {
            JsonNode event =
                    EventFormat.ofSingle(arrival.mediaType().value())
                            .orElse(EventFormat.JSON)
                            .event(arrival.content());
            List<Fault> faults = EventRules.faults(event);
            return faults.isEmpty()
                    ? read(FORMAT.deserialize(Wire.write(event)), arrival)
                    : new Reading.Invalid(true, faults);
        } catch (UnfitEvent e) {
            return invalid(e.getMessage() + "; send one CloudEvent");
        } catch (CloudEventRWException
                | EventDeserializationException
                | IllegalArgumentException e) {
            return invalid("Not a CloudEvent 1.0: " + e.getMessage());
        }
    }

    private Reading read(CloudEvent event, Arrival arrival) {
        if (!event.getType().equals(SUBMITTED)) {
            return Reading.Unclear.because(
                    "event-type-unknown", "Nothing here reads events of type " + event.getType());
        }
        CloudEventData data = event.getData();
        if (data == null) {
            return new Reading.Invalid(
                    false, List.of(new Fault("data is missing; it needs the complaint", "/data")));
        }
        try {
            JsonNode complaint = Wire.mapper().readTree(data.toBytes());
            if (complaint instanceof ObjectNode object) {
                object.remove(List.of("id", "source"));
                if (event.getTime() != null && !object.has("occurredAt")) {
                    object.put("occurredAt", event.getTime().toString());
                }
            }
            return inData(form.read(complaint, identified(event, arrival), PARTNER));
        } catch (JacksonException e) {
            return new Reading.Invalid(
                    false,
                    List.of(new Fault("data is not JSON; send the complaint as JSON", "/data")));
        }
    }

    private static Arrival identified(CloudEvent event, Arrival arrival) {
        String source = event.getSource().toString();
        return new Arrival(
                new SourceName(
                        source.length() <= TypedName.LONGEST && !source.isBlank()
                                ? source
                                : "ce:" + Hashes.of(source)),
                event.getId(),
                null,
                arrival.mediaType(),
                arrival.content(),
                arrival.at());
    }

    private static Reading inData(Reading reading) {
        return switch (reading) {
            case Reading.Invalid(boolean malformed, List<Fault> faults) ->
                    new Reading.Invalid(
                            malformed,
                            faults.stream()
                                    .map(
                                            fault ->
                                                    new Fault(
                                                            fault.detail(),
                                                            "/data" + fault.pointer()))
                                    .toList());
            case Reading.Understood understood -> understood;
            case Reading.Unclear unclear -> unclear;
            case Reading.SetAside aside -> aside;
        };
    }

    private static Reading invalid(String why) {
        return new Reading.Invalid(true, List.of(new Fault(why, "")));
    }
}
