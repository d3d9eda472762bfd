package amends.notification.log;

import amends.contracts.document.HttpDocument;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

/// The OpenAPI document says what this service does.
class HttpDocumentTest {

    private static final HttpDocument DOCUMENT =
            HttpDocument.of("notification", "amends.notification");

    @Test
    void ofItsControllers() {
        DOCUMENT.describesItsControllers();
    }

    @Test
    void ofItsAnswers() {
        DOCUMENT.describesItsAnswers(
                Map.of(
                        "GET /notifications", DeliveryLogController.Items.class,
                        "GET /notifications/{id}", LogEntry.class),
                Set.of("GET /survey/{token}", "POST /survey/{token}", "GET /survey/survey.css"));
    }
}
