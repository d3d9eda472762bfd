package amends.contracts.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.Locale;

/// The one JSON mapping of the platform. Old readers skip fields they don't know; absent values are
/// left out.
public final class Wire {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .changeDefaultVisibility(
                            visible -> visible.withIsGetterVisibility(Visibility.NONE))
                    .defaultLocale(Locale.ROOT)
                    .addModule(PlainValues.MODULE)
                    .build();

    private Wire() {}

    /// The mapper itself, for frameworks that want one.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Reads a message or a stored state.
    ///
    /// @throws UnreadableMessage when the bytes are not JSON of that type
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new UnreadableMessage(type, "it is the JSON null");
            }
            return value;
        } catch (JacksonException e) {
            throw new UnreadableMessage(type, e);
        }
    }
}
