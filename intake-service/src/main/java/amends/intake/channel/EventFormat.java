package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.wire.Wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The formats of CloudEvents that are read. All are brought into the JSON format.
public enum EventFormat {
    JSON("json") {
        @Override
        JsonNode parsed(byte[] event) {
            return Wire.mapper().readTree(event);
        }

        @Override
        List<? extends JsonNode> parsedBatch(byte[] batch) throws UnfitEvent {
            JsonNode events = Wire.mapper().readTree(batch);
            if (!events.isArray()) {
                throw new UnfitEvent("Not a JSON array");
            }
            return events.valueStream().toList();
        }
    },
    XML("xml") {
        @Override
        JsonNode parsed(byte[] event) throws UnfitEvent {
            return EventXml.event(event);
        }

        @Override
        List<? extends JsonNode> parsedBatch(byte[] batch) throws UnfitEvent {
            return EventXml.batch(batch);
        }
    },
    PROTOBUF("protobuf") {
        @Override
        JsonNode parsed(byte[] event) throws UnfitEvent {
            return EventProtobuf.event(event);
        }

        @Override
        List<? extends JsonNode> parsedBatch(byte[] batch) throws UnfitEvent {
            return EventProtobuf.batch(batch);
        }
    };

    private static final String SINGLE = "application/cloudevents";
    private static final String BATCH = "application/cloudevents-batch";

    private final String suffix;

    EventFormat(String suffix) {
        this.suffix = suffix;
    }

    abstract JsonNode parsed(byte[] event) throws UnfitEvent;

    abstract List<? extends JsonNode> parsedBatch(byte[] batch) throws UnfitEvent;

    /// Whether this type tells that it is an event, or several, in whatever format.
    public static boolean isAny(String contentType) {
        return plain(contentType).startsWith(SINGLE);
    }

    /// The format of one event of this type.
    public static Optional<EventFormat> ofSingle(String contentType) {
        return of(SINGLE, contentType);
    }

    /// The format of a batch of this type.
    public static Optional<EventFormat> ofBatch(String contentType) {
        return of(BATCH, contentType);
    }

    public MediaTypeName mediaType() {
        return new MediaTypeName(SINGLE + "+" + suffix);
    }

    /// One event in the JSON format.
    ///
    /// @throws UnfitEvent also when JSON can't be read
    public JsonNode event(byte[] event) throws UnfitEvent {
        try {
            return parsed(event);
        } catch (JacksonException e) {
            throw new UnfitEvent("Not readable as JSON");
        }
    }

    /// Each event of a batch in the JSON format.
    ///
    /// @throws UnfitEvent when it is no batch; its events may still break the rules
    public List<? extends JsonNode> batch(byte[] batch) throws UnfitEvent {
        try {
            return parsedBatch(batch);
        } catch (JacksonException e) {
            throw new UnfitEvent("Not readable as JSON");
        }
    }

    private static Optional<EventFormat> of(String kind, String contentType) {
        String type = plain(contentType);
        return Stream.of(values())
                .filter(format -> type.equals(kind + "+" + format.suffix))
                .findFirst();
    }

    private static String plain(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
