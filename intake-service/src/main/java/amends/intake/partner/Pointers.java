package amends.intake.partner;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The places of a JSON document that a mapping points to, in the order in which it first did.
final class Pointers {

    private static final String BETWEEN = ", ";

    private final List<JsonPointer> places = new ArrayList<>();

    /// The position of a place among the values.
    ///
    /// @throws IllegalArgumentException when it is no JSON Pointer
    int position(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        int known = places.indexOf(place);
        if (known >= 0) {
            return known;
        }
        places.add(place);
        return places.size() - 1;
    }

    /// What stands there; blank where nothing does.
    List<String> values(JsonNode body) {
        return places.stream().map(place -> text(body.at(place))).toList();
    }

    static String text(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream()
                    .map(Pointers::text)
                    .filter(each -> !each.isBlank())
                    .collect(Collectors.joining(BETWEEN));
        }
        return node.isValueNode() && !node.isNull() ? node.asString("") : "";
    }
}
