package amends.notification.template;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/// A part of a letter's body. In a template file a paragraph is a string, somebody's own words are
/// `{words: …}`, a link is `{link: …, label: …}`.
sealed interface Block {

    record Paragraph(TemplateText text) implements Block {}

    record Words(TemplateText text) implements Block {}

    record Link(TemplateText target, String label) implements Block {}

    static Block read(JsonNode node) {
        if (node.isString()) {
            return new Paragraph(TemplateText.plain(node.stringValue()));
        }
        if (node.has("words")) {
            return new Words(TemplateText.plain(node.get("words").stringValue()));
        }
        return new Link(
                TemplateText.plain(node.get("link").stringValue()),
                node.get("label").stringValue());
    }

    /// The block with its values, in the form that the layouts know.
    default Map<String, Object> with(Map<String, Object> values) {
        return switch (this) {
            case Paragraph(TemplateText text) -> filled("paragraph", text.with(values), "");
            case Words(TemplateText text) -> filled("words", text.with(values), "");
            case Link(TemplateText target, String label) ->
                    filled("link", label, target.with(values));
        };
    }

    private static Map<String, Object> filled(String kind, String text, String target) {
        return Map.of(
                "kind",
                kind,
                "text",
                text.strip(),
                "lines",
                text.strip().lines().toList(),
                "target",
                target);
    }
}
