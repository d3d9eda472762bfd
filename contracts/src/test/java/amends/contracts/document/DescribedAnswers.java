package amends.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.wire.Wire;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Answers that a running service gave are such as the OpenAPI document describes: status, media
/// type, and JSON that fits its schema.
public final class DescribedAnswers {

    private static final String ANY = "*/*";

    private final JsonNode document;
    private final String service;

    DescribedAnswers(JsonNode document, String service) {
        this.document = document;
        this.service = service;
    }

    /// @param service its name in the document
    public static DescribedAnswers of(String service) {
        return new DescribedAnswers(
                Yaml.read(Path.of("../gateway/src/main/resources/document/openapi.yaml")), service);
    }

    /// Returns the answer, when it is as described. Calls that nobody offers are answered by the
    /// framework.
    public HttpResponse<String> checked(HttpResponse<String> answer) {
        check(
                answer.request().method(),
                answer.uri().getPath(),
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
        return answer;
    }

    void check(String method, String path, int status, String mediaType, String body) {
        operation(method, path)
                .ifPresent(
                        operation -> {
                            JsonNode described = response(operation, status);
                            assertThat(described.isMissingNode())
                                    .as("%s %s answers %d: %s", method, path, status, body)
                                    .isFalse();
                            check(described.path("content"), mediaType.split(";", 2)[0], body);
                        });
    }

    private void check(JsonNode content, String mediaType, String body) {
        if (content.isMissingNode()) {
            assertThat(body).as("an answer without content").isEmpty();
            return;
        }
        JsonNode form = content.path(content.has(ANY) ? ANY : mediaType);
        assertThat(form.isMissingNode()).as("%s is answered: %s", mediaType, body).isFalse();
        if (form.has("schema") && mediaType.endsWith("json") && !mediaType.endsWith("ndjson")) {
            assertThat(new Fit(document).faults(form.path("schema"), Wire.mapper().readTree(body)))
                    .as(body)
                    .isEmpty();
        }
    }

    /// Literal parts of a path go before variable ones.
    private Optional<JsonNode> operation(String method, String path) {
        return document.path("paths")
                .valueStream()
                .filter(each -> each.path("x-service").asString("").equals(service))
                .filter(each -> path.matches(template(each).replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparing(each -> template(each).split("\\{").length))
                .filter(each -> each.has(method.toLowerCase(Locale.ROOT)))
                .map(each -> each.path(method.toLowerCase(Locale.ROOT)));
    }

    private static String template(JsonNode path) {
        return path.path("x-service-path").asString();
    }

    private JsonNode response(JsonNode operation, int status) {
        JsonNode response = operation.path("responses").path(String.valueOf(status));
        return response.has("$ref")
                ? document.at(response.path("$ref").asString().substring(1))
                : response;
    }
}
