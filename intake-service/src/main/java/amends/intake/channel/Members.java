package amends.intake.channel;

import amends.contracts.name.TypedName;
import amends.intake.normalise.Moments;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /// Objects in their order.
    List<Members> objects(String name) {
        JsonNode value = object.path(name);
        List<Members> objects = new ArrayList<>();
        if (!value.isArray() || value.isEmpty()) {
            fault(name, "must be an array of JSON objects, at least one");
            return objects;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                objects.add(new Members(value.get(i), pointer + "/" + name + "/" + i, faults));
            } else {
                fault(name + "/" + i, "must be a JSON object");
            }
        }
        return objects;
    }

    /// A whole number within bounds; empty after a fault.
    OptionalInt number(String name, int lowest, int highest) {
        JsonNode value = object.path(name);
        if (value.isInt() && value.intValue() >= lowest && value.intValue() <= highest) {
            return OptionalInt.of(value.intValue());
        }
        fault(name, "must be a whole number from " + lowest + " to " + highest);
        return OptionalInt.empty();
    }

    @Nullable Instant moment(String name, Moments moments) {
        String written = text(name);
        if (written == null || written.isBlank()) {
            return null;
        }
        Instant moment = moments.read(written).orElse(null);
        if (moment == null) {
            fault(name, "is not a date or time; write it like 2026-04-01T09:30:00+09:00");
        }
        return moment;
    }

    /// Milliseconds since 1970; absent when it is not told, no number, or beyond all calendars.
    @Nullable Instant millis(String name) {
        JsonNode value = object.path(name);
        Instant told =
                value.isIntegralNumber() && value.canConvertToLong()
                        ? Instant.ofEpochMilli(value.longValue())
                        : null;
        return told != null && Moments.isCounted(told) ? told : null;
    }

    /// One of the words of a type, written `like-this`; absent after a fault.
    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        List<String> words = Stream.of(type.getEnumConstants()).map(Members::word).toList();
        String value = text(name);
        int place = value == null ? -1 : words.indexOf(value);
        if (place < 0) {
            fault(name, "must be one of " + words);
            return null;
        }
        return type.getEnumConstants()[place];
    }

    /// A constant, written `like-this`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    boolean isEmpty() {
        return object.isEmpty();
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
