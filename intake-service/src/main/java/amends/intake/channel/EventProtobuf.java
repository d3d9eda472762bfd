package amends.intake.channel;

import amends.contracts.wire.Wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Brings CloudEvents in their Protocol Buffers format into structured JSON. The numbers are those
/// of the fields in its definition.
public final class EventProtobuf {

    private static final Map<Integer, String> TEXTS =
            Map.of(1, "id", 2, "source", 3, "specversion", 4, "type");
    private static final int ATTRIBUTE = 5;
    private static final int BINARY_DATA = 6;
    private static final int TEXT_DATA = 7;
    private static final int MESSAGE_DATA = 8;
    private static final String DATA = "data";
    private static final String BASE64 = "data_base64";

    /// The kinds of attribute by the number of their field.
    private static final List<String> KINDS =
            List.of("", "boolean", "integer", "string", "binary", "uri", "uriref", "timestamp");

    /// The kinds that are not text.
    private static final Map<String, String> KNOWN =
            Map.of("time", "timestamp", "dataschema", "uri");

    private EventProtobuf() {}

    /// One event as structured JSON.
    public static ObjectNode event(byte[] message) throws UnfitEvent {
        return event(ByteBuffer.wrap(message));
    }

    /// The events of a batch, each as structured JSON.
    public static List<ObjectNode> batch(byte[] message) throws UnfitEvent {
        List<ObjectNode> events = new ArrayList<>();
        WireFields fields = new WireFields(ByteBuffer.wrap(message));
        while (fields.next()) {
            if (fields.field() == 1) {
                events.add(event(fields.content()));
            }
        }
        return events;
    }

    private static ObjectNode event(ByteBuffer message) throws UnfitEvent {
        ObjectNode event = Wire.mapper().createObjectNode();
        WireFields fields = new WireFields(message);
        while (fields.next()) {
            String name = TEXTS.get(fields.field());
            if (name != null) {
                event.put(name, fields.text());
            } else if (fields.field() == ATTRIBUTE) {
                attribute(fields.content(), event);
            } else {
                data(fields, event);
            }
        }
        String type = event.path("datacontenttype").asString("");
        if (event.path(DATA).isString() && EventForms.isJson(type)) {
            json(event, event.path(DATA).stringValue());
        } else if (event.has(BASE64) && EventForms.isJson(type)) {
            json(event, new String(bytes(event), StandardCharsets.UTF_8));
        }
        return event;
    }

    private static void data(WireFields fields, ObjectNode event) throws UnfitEvent {
        switch (fields.field()) {
            case BINARY_DATA -> {
                event.put(BASE64, base64(fields.content()));
                event.remove(DATA);
            }
            case TEXT_DATA -> {
                event.put(DATA, fields.text());
                event.remove(BASE64);
            }
            case MESSAGE_DATA ->
                    throw new UnfitEvent(
                            "data is a message of a kind that is not known here; send text or"
                                    + " bytes");
            default -> {
                // newer than this
            }
        }
    }

    /// An entry: the name and the value.
    private static void attribute(ByteBuffer entry, ObjectNode event) throws UnfitEvent {
        WireFields fields = new WireFields(entry);
        String name = "";
        ByteBuffer value = ByteBuffer.allocate(0);
        while (fields.next()) {
            switch (fields.field()) {
                case 1 -> name = fields.text();
                case 2 -> value = fields.content();
                default -> {
                    // newer than this
                }
            }
        }
        if (event.has(name) || TEXTS.containsValue(name)) {
            throw new UnfitEvent(name + " stands twice");
        }
        value(name, new WireFields(value), event);
    }

    private static void value(String name, WireFields value, ObjectNode event) throws UnfitEvent {
        if (!value.next() || value.field() < 1 || value.field() >= KINDS.size()) {
            throw new UnfitEvent(name + " has no value");
        }
        String kind = KINDS.get(value.field());
        switch (kind) {
            case "boolean" -> event.put(name, value.number() != 0);
            case "integer" -> event.put(name, (int) value.number());
            case "binary" -> event.put(name, base64(value.content()));
            case "timestamp" -> event.put(name, moment(name, value.content()));
            default -> event.put(name, value.text());
        }
        String known = KNOWN.get(name);
        if (known != null && !known.equals(kind) && !kind.equals("string")) {
            throw new UnfitEvent(name + " is no " + known);
        }
    }

    private static String moment(String name, ByteBuffer timestamp) throws UnfitEvent {
        WireFields fields = new WireFields(timestamp);
        long seconds = 0;
        long nanos = 0;
        while (fields.next()) {
            switch (fields.field()) {
                case 1 -> seconds = fields.number();
                case 2 -> nanos = fields.number();
                default -> {
                    // newer than this
                }
            }
        }
        try {
            return Instant.ofEpochSecond(seconds, nanos).toString();
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnfitEvent(name + " is no time");
        }
    }

    private static void json(ObjectNode event, String text) throws UnfitEvent {
        try {
            event.set(DATA, Wire.mapper().readTree(text));
            event.remove(BASE64);
            Wire.write(event); // within the event it is nested one deeper
        } catch (JacksonException e) {
            throw new UnfitEvent("data is called JSON and isn't, or is nested too deep");
        }
    }

    private static byte[] bytes(ObjectNode event) {
        return Base64.getDecoder().decode(event.path(BASE64).stringValue());
    }

    private static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
