package amends.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.document.HttpDocument;
import amends.intake.bulk.Progress;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;

/// The OpenAPI document says what this service does.
class HttpDocumentTest {

    private static final HttpDocument DOCUMENT = HttpDocument.of("intake", "amends.intake");

    @Test
    void ofItsControllers() {
        DOCUMENT.describesItsControllers();
    }

    @Test
    void byExamplesThatFit() {
        DOCUMENT.showsExamplesThatFit();
    }

    @Test
    void ofItsAnswers() throws ClassNotFoundException {
        DOCUMENT.describesItsAnswers(
                Map.of(),
                Set.of(
                        "POST /events",
                        "POST /bulk",
                        "GET /attachments/{hash}",
                        "GET /form",
                        "POST /form",
                        "GET /form/form.css"));
        JsonNode events = DOCUMENT.operation("POST /events").path("responses");
        JsonNode rows = DOCUMENT.operation("POST /bulk").path("responses");
        same(events.at("/202/content/application~1json/schema/oneOf/0"), Receipt.class);
        same(events.at("/202/content/application~1json/schema/oneOf/1/items"), Receipt.class);
        same(events.at("/207/content/application~1json/schema/items"), Receipt.class);
        same(
                rows.at("/200/content/application~1x-ndjson/schema/oneOf/0"),
                Class.forName("amends.intake.bulk.RowReport"));
        same(
                rows.at("/200/content/application~1x-ndjson/schema/oneOf/1/properties/summary"),
                Progress.class);
    }

    private static void same(JsonNode schema, Class<?> type) {
        assertThat(DOCUMENT.differences(schema, type)).as(type.getSimpleName()).isEmpty();
    }
}
