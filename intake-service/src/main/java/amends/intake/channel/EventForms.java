package amends.intake.channel;

import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/// Brings an event in binary mode (attributes in HTTP headers, data in the body) into structured
/// JSON.
public final class EventForms {

    private static final String PREFIX = "ce-";
    private static final String DATA = "data";
    private static final String BASE64 = "data_base64";

    private EventForms() {}

    public static byte[] structured(
            Map<String, String> headers, @Nullable String contentType, byte[] body) {
        ObjectNode event = Wire.mapper().createObjectNode();
        headers.forEach(
                (name, value) -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    if (lower.startsWith(PREFIX)) {
                        event.put(lower.substring(PREFIX.length()), decoded(value));
                    }
                });
        if (contentType != null) {
            event.put("datacontenttype", contentType);
        }
        if (body.length > 0) {
            data(event, contentType, body);
        }
        try {
            return Wire.write(event);
        } catch (JacksonException e) { // with the event around it, the data is nested too deep
            event.remove(DATA);
            event.put(BASE64, Base64.getEncoder().encodeToString(body));
            return Wire.write(event);
        }
    }

    private static void data(ObjectNode event, @Nullable String contentType, byte[] body) {
        if (contentType == null || isJson(contentType)) {
            try {
                event.set(DATA, Wire.mapper().readTree(body));
                return;
            } catch (JacksonException e) {
                event.remove(DATA);
            }
        }
        event.put(BASE64, Base64.getEncoder().encodeToString(body));
    }

    static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json")
                || type.endsWith("+json")
                || type.equals("text/json");
    }

    /// Header values are percent-encoded UTF-8, possibly within quotes.
    private static String decoded(String value) {
        String unquoted =
                value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                        : value;
        try {
            return URLDecoder.decode(unquoted.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return unquoted;
        }
    }
}
