package amends.workflow.view;

import amends.contracts.wire.Wire;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/// How a case stands in MongoDB: as its JSON, with decimal numbers as text so that none loses a
/// digit, and beside it what lists are filtered and ordered by.
final class CaseBson {

    static final String ROW = "row";
    static final String OPEN = "open";
    static final String RECEIVED_AT = "receivedAt";
    private static final String TIMELINE = "timeline";
    private static final String VERSION = "version";

    private CaseBson() {}

    static Document write(CaseFile file) {
        BoardRow row = file.row();
        return new Document("_id", row.id().value())
                .append(VERSION, row.version())
                .append(OPEN, row.isOpen())
                .append(RECEIVED_AT, Date.from(row.receivedAt()))
                .append(ROW, bson(Wire.mapper().valueToTree(row)))
                .append(TIMELINE, bson(Wire.mapper().valueToTree(file.timeline())));
    }

    static CaseFile read(Document document) {
        return Wire.mapper().convertValue(document, CaseFile.class);
    }

    static BoardRow readRow(Document document) {
        return Wire.mapper().convertValue(document.get(ROW), BoardRow.class);
    }

    private static @Nullable Object bson(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> object(json);
            case ARRAY -> array(json);
            case NUMBER -> json.isIntegralNumber() ? (Object) json.longValue() : json.asString();
            case BOOLEAN -> json.booleanValue();
            case STRING -> json.stringValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    private static Document object(JsonNode json) {
        Document document = new Document();
        json.properties().forEach(field -> document.append(field.getKey(), bson(field.getValue())));
        return document;
    }

    private static List<@Nullable Object> array(JsonNode json) {
        List<@Nullable Object> items = new ArrayList<>(json.size());
        json.forEach(item -> items.add(bson(item)));
        return items;
    }
}
