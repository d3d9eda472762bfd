package amends.intake.channel;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules of CloudEvents 1.0 and its JSON format, each with what breaks it.
final class EventRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[^\\s/;]+/[^\\s/;]+(?:\\s*;.*)?");
    private static final Pattern RFC3339 =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[+-]\\d\\d:\\d\\d)");
    private static final List<String> NEEDED = List.of("specversion", "id", "source", "type");
    private static final Set<String> TEXTS =
            Set.of(
                    "specversion",
                    "id",
                    "source",
                    "type",
                    "subject",
                    "time",
                    "dataschema",
                    "datacontenttype");
    private static final String DATA = "data";
    private static final String BASE64 = "data_base64";

    private final JsonNode event;
    private final List<Fault> faults = new ArrayList<>();

    private EventRules(JsonNode event) {
        this.event = event;
    }

    static List<Fault> faults(JsonNode event) {
        if (!event.isObject()) {
            return List.of(new Fault("A CloudEvent is one JSON object", ""));
        }
        EventRules rules = new EventRules(event);
        NEEDED.forEach(rules::needed);
        event.properties().forEach(rules::attribute);
        rules.forms();
        rules.data();
        return rules.faults;
    }

    private void needed(String name) {
        JsonNode value = event.path(name);
        if (value.isMissingNode() || value.isNull()) {
            fault(name, "is missing; CloudEvents 1.0 needs it");
        }
    }

    private void attribute(Map.Entry<String, JsonNode> member) {
        String name = member.getKey();
        JsonNode value = member.getValue();
        if (name.equals(DATA) || name.equals(BASE64) || value.isNull()) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            fault(name, "is no attribute name: only lower-case letters and digits");
        } else if (TEXTS.contains(name)) {
            if (!value.isString() || value.stringValue().isEmpty()) {
                fault(name, "must be a string that is not empty");
            }
        } else if (!value.isString() && !value.isBoolean() && !isInteger(value)) {
            fault(name, "must be a string, a boolean or a 32-bit integer");
        }
    }

    private void forms() {
        if (event.path("specversion").isString()
                && !event.path("specversion").stringValue().equals("1.0")) {
            fault("specversion", "must be 1.0");
        }
        if (isText("source") && !isUri(text("source"), false)) {
            fault("source", "must be a URI reference");
        }
        if (isText("dataschema") && !isUri(text("dataschema"), true)) {
            fault("dataschema", "must be an absolute URI");
        }
        if (isText("time") && !isTime(text("time"))) {
            fault("time", "must be a time like 2026-04-01T09:30:00Z");
        }
        if (isText("datacontenttype") && !MEDIA_TYPE.matcher(text("datacontenttype")).matches()) {
            fault("datacontenttype", "must be a media type like application/json");
        }
    }

    private void data() {
        JsonNode base64 = event.path(BASE64);
        boolean binary = !base64.isMissingNode() && !base64.isNull();
        JsonNode plain = event.path(DATA);
        if (binary && !plain.isMissingNode() && !plain.isNull()) {
            fault(DATA, "and data_base64 exclude each other");
        }
        if (binary && !(base64.isString() && isBase64(base64.stringValue()))) {
            fault(BASE64, "must be a string in Base64");
        }
    }

    private boolean isText(String name) {
        return event.path(name).isString() && !text(name).isEmpty();
    }

    private String text(String name) {
        return event.path(name).stringValue();
    }

    private void fault(String name, String detail) {
        faults.add(new Fault(name + " " + detail, "/" + name));
    }

    private static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    private static boolean isUri(String text, boolean absolute) {
        try {
            URI uri = new URI(text);
            return !absolute || uri.isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return RFC3339.matcher(text).matches() && OffsetDateTime.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            return text.isEmpty() || Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
