package amends.notification.template;

import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;

import io.pebbletemplates.pebble.error.PebbleException;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A part of what a template is kept as, with its place in it, so that a fault can be found.
///
/// @param pointer as RFC 6901 has it
record TemplatePart(PolicyName template, String pointer, JsonNode node) {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_TEMPLATE = 200_000;
    private static final int MOST_ITEMS = 50;

    static TemplatePart whole(PublishedPolicy template) {
        TemplatePart whole = new TemplatePart(template.version().name(), "", template.body());
        if (template.body().toString().length() > LONGEST_TEMPLATE) {
            throw whole.wrong(
                    "the template is longer than %,d characters".formatted(LONGEST_TEMPLATE));
        }
        return whole;
    }

    TemplatePart at(String key) {
        JsonNode child = node.get(key);
        if (child == null) {
            throw wrong(key + " is missing");
        }
        return new TemplatePart(template, pointer + "/" + key, child);
    }

    boolean has(String key) {
        return node.has(key);
    }

    List<TemplatePart> items() {
        if (!node.isArray() || node.isEmpty()) {
            throw wrong("a list with something in it belongs here");
        }
        if (node.size() > MOST_ITEMS) {
            throw wrong("at most %d parts belong here".formatted(MOST_ITEMS));
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new TemplatePart(template, pointer + "/" + i, node.get(i)))
                .toList();
    }

    String string() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong("some text belongs here");
        }
        if (node.stringValue().length() > LONGEST_TEXT) {
            throw wrong("the text is longer than %,d characters".formatted(LONGEST_TEXT));
        }
        return node.stringValue();
    }

    String line() {
        String line = string();
        if (line.strip().lines().count() > 1) {
            throw wrong("one line belongs here");
        }
        return line;
    }

    /// The text with its placeholders.
    ///
    /// @param known the placeholders that there are
    TemplateText text(Set<String> known) {
        return compiled(string(), known);
    }

    TemplateText lineOfText(Set<String> known) {
        return compiled(line(), known);
    }

    private TemplateText compiled(String source, Set<String> known) {
        Placeholders.fault(source, known)
                .ifPresent(
                        fault -> {
                            throw wrong(fault);
                        });
        try {
            return TemplateText.plain(source);
        } catch (PebbleException e) {
            throw new InvalidTemplate(
                    template, pointer, "every {% if … %} needs its {% endif %}", e);
        }
    }

    InvalidTemplate wrong(String correction) {
        return new InvalidTemplate(template, pointer, correction);
    }
}
