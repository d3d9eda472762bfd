package amends.contracts.wire;

import amends.contracts.personal.Personal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.UTF8JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes what fills a contact, words, originals and points in time, as Jackson would, and faster.
final class PlainValues {

    static final JacksonModule MODULE =
            new SimpleModule("plain-values")
                    .addSerializer(Personal.class, new Words())
                    .addSerializer(Instant.class, new Moment());

    private PlainValues() {}

    /// Long texts have mostly nothing to escape: these are copied as they are.
    private static final class Words extends StdSerializer<Personal> {

        Words() {
            super(Personal.class);
        }

        @Override
        public void serialize(Personal words, JsonGenerator json, SerializationContext context) {
            String value = words.value();
            byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
            if (json instanceof UTF8JsonGenerator
                    && PlainBytes.are(bytes)
                    && value.equals(new String(bytes, StandardCharsets.ISO_8859_1))) {
                json.writeRawUTF8String(bytes, 0, bytes.length);
            } else {
                json.writeString(value);
            }
        }
    }

    private static final class Moment extends StdSerializer<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializationContext context) {
            json.writeString(InstantText.of(at));
        }
    }
}
