package amends.notification.template;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A part of a letter's body. In a template file a paragraph is a string, somebody's own words are
/// `{words: …}`, a link is `{link: …, label: …}`.
sealed interface Block {

    /// The whole address of a survey or a page, or one whose host nothing can fill in.
    Pattern TARGET =
            Pattern.compile("\\{\\{\\s*(?:survey|page)\\s*}}|https://[^\\s{}/?#]+(?:[/?#].*)?");

    record Paragraph(TemplateText text) implements Block {}

    record Words(TemplateText text) implements Block {}

    record Link(TemplateText target, String label) implements Block {}

    static Block read(TemplatePart part, Set<String> placeholders) {
        if (part.node().isString()) {
            return new Paragraph(part.text(placeholders));
        }
        if (part.has("words")) {
            return new Words(part.at("words").text(placeholders));
        }
        return new Link(target(part.at("link"), placeholders), part.at("label").line());
    }

    private static TemplateText target(TemplatePart part, Set<String> placeholders) {
        TemplateText target = part.lineOfText(placeholders);
        if (!TARGET.matcher(part.string().strip()).matches()) {
            throw part.wrong(
                    "a link is {{ survey }}, {{ page }} or an address that begins with https://"
                            + " and its host");
        }
        return target;
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
