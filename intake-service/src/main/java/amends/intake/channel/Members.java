package amends.intake.channel;

import amends.contracts.name.TypedName;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The members of a JSON object, read one by one; what has the wrong type is noted as a fault, all
/// faults at once.
final class Members {

    private static final int LONGEST = 2_000_000;

    private final JsonNode object;
    private final String pointer;
    private final List<Fault> faults;

    Members(JsonNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    @Nullable String text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return string(value, name);
    }

    String needed(String name) {
        int before = faults.size();
        String value = text(name);
        if (faults.size() > before) {
            return "";
        }
        if (value == null || value.isBlank()) {
            fault(name, value == null ? "is missing; it is needed" : "is blank; it needs content");
            return "";
        }
        return value;
    }

    /// A string or an array of strings.
    List<String> texts(String name) {
        JsonNode value = object.path(name);
        if (!value.isArray()) {
            String single = text(name);
            return single == null ? List.of() : List.of(single);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String text = string(value.get(i), name + "/" + i);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    <T extends TypedName> @Nullable T name(String name, Function<String, T> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (value.isBlank() || value.length() > TypedName.LONGEST) {
            fault(name, "needs 1 to " + TypedName.LONGEST + " characters");
            return null;
        }
        return type.apply(value.strip());
    }

    Members object(String name) {
        JsonNode value = object.path(name);
        if (value.isObject()) {
            return new Members(value, pointer + "/" + name, faults);
        }
        if (!value.isMissingNode() && !value.isNull()) {
            fault(name, "must be a JSON object");
        }
        return new Members(MissingNode.getInstance(), pointer + "/" + name, faults);
    }

    void fault(String name, String detail) {
        faults.add(new Fault(name + " " + detail, pointer + "/" + name));
    }

    private @Nullable String string(JsonNode value, String name) {
        if (!value.isString()) {
            fault(name, "must be a string");
            return null;
        }
        String text = value.stringValue();
        if (text.length() > LONGEST) {
            fault(
                    name,
                    "is longer than "
                            + LONGEST
                            + " characters; send long material as a mail with attachments");
            return null;
        }
        return text;
    }
}
