package amends.notification.template;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/// The words for one kind of notice in one language.
record Template(int version, TemplateText subject, List<Block> body) {

    static Template read(int version, JsonNode node) {
        return new Template(
                version,
                TemplateText.plain(node.get("subject").stringValue()),
                node.get("body").valueStream().map(Block::read).toList());
    }

    List<Map<String, Object>> body(Map<String, Object> values) {
        return body.stream()
                .map(block -> block.with(values))
                .filter(block -> !"".equals(block.get("text")))
                .toList();
    }
}
