package amends.contracts.document;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares a schema of a document with one made from code, reference for reference; explanations
/// and examples may differ.
final class SameSchema {

    private static final Set<String> EXPLAIN =
            Set.of("description", "title", "example", "examples", "default", "$ref");
    private static final Set<String> IN_ANY_ORDER = Set.of("required", "enum");

    private final JsonNode document;
    private final Schemas made;
    private final Set<String> compared = new HashSet<>();
    private final List<String> differences = new ArrayList<>();

    SameSchema(JsonNode document, Schemas made) {
        this.document = document;
        this.made = made;
    }

    List<String> differences(JsonNode documented, JsonNode wanted) {
        compare("", documented, wanted);
        return differences;
    }

    private void compare(String place, JsonNode documented, JsonNode wanted) {
        if (!compared.add(reference(documented) + " " + reference(wanted)) && wanted.has("$ref")) {
            return;
        }
        JsonNode here = resolved(documented);
        JsonNode there = made.resolved(wanted);
        Set<String> keywords = new TreeSet<>(here.propertyNames());
        keywords.addAll(there.propertyNames());
        keywords.removeIf(EXPLAIN::contains);
        for (String keyword : keywords) {
            compare(place, keyword, here.path(keyword), there.path(keyword));
        }
    }

    private void compare(String place, String keyword, JsonNode here, JsonNode there) {
        if (keyword.equals("properties")) {
            Set<String> names = new TreeSet<>(here.propertyNames());
            names.addAll(there.propertyNames());
            for (String name : names) {
                if (here.has(name) && there.has(name)) {
                    compare(place + "/" + name, here.path(name), there.path(name));
                } else {
                    differences.add(
                            place + "/" + name + (here.has(name) ? " is no more" : " is missing"));
                }
            }
        } else if (here.isObject() && there.isObject()) {
            compare(place + "/" + keyword, here, there);
        } else if (keyword.equals("oneOf") && here.size() == there.size()) {
            for (int i = 0; i < here.size(); i++) {
                compare(place + "/oneOf/" + i, here.get(i), there.get(i));
            }
        } else if (!(IN_ANY_ORDER.contains(keyword)
                ? new HashSet<>(here.valueStream().toList())
                        .equals(new HashSet<>(there.valueStream().toList()))
                : here.equals(there))) {
            differences.add("%s: %s is %s, not %s".formatted(place, keyword, there, here));
        }
    }

    private static String reference(JsonNode schema) {
        return schema.path("$ref").asString("here");
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? document.at(schema.path("$ref").asString().substring(1))
                : schema;
    }
}
