package amends.notification.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words for one kind of notice in one language.
record Template(int version, TemplateText subject, List<Block> body) {

    static Template read(int version, TemplatePart part, Set<String> placeholders) {
        return new Template(
                version,
                part.at("subject").lineOfText(placeholders),
                part.at("body").items().stream()
                        .map(block -> Block.read(block, placeholders))
                        .toList());
    }

    List<Map<String, Object>> body(Map<String, Object> values) {
        return body.stream()
                .map(block -> block.with(values))
                .filter(block -> !"".equals(block.get("text")))
                .toList();
    }
}
