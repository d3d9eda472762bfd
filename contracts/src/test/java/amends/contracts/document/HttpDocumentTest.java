package amends.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.Concern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whatever a document says that a controller doesn't do is found, and so is whatever it leaves
/// out.
class HttpDocumentTest {

    @RestController
    static class Things {

        @GetMapping("/things")
        List<Actor> all(@RequestParam(defaultValue = "3") int limit) {
            return List.of();
        }

        @PostMapping(path = "/things", consumes = "application/json")
        @Nullable Actor add(@RequestBody Concern concern) {
            return null;
        }
    }

    private static final String TRUE =
            """
            paths:
              /api/things:
                x-service: shop
                x-service-path: /things
                get:
                  parameters: [{name: limit, in: query, schema: {default: 3}}]
                  responses:
                    '200': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Actor'}}}}}
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Concern'}
                        examples: {one: {value: {words: Smoke}}}
                  responses:
                    '202': {content: {application/json: {schema: {$ref: '#/components/schemas/Actor'}}}}
            components:
              schemas:
                Name: {type: string, minLength: 1, maxLength: 200}
                Actor:
                  type: object
                  description: Somebody
                  properties:
                    kind: {type: string, enum: [INTEGRATION, AGENT, CUSTOMER, AUTOMATION]}
                    name: {$ref: '#/components/schemas/Name'}
                  required: [name, kind]
                Concern:
                  type: object
                  properties: {words: {type: string, x-personal: true}, product: {$ref: '#/components/schemas/Name'}}
                  required: [words]
            """;

    /// By the schema of OpenAPI 3.1 that its makers publish.
    @Test
    void itIsAnOpenApiDocument() {
        JsonNode openApi = Yaml.read(Path.of("src/test/resources/openapi-3.1-schema.json"));
        JsonNode document =
                Yaml.read(Path.of("../gateway/src/main/resources/document/openapi.yaml"));
        assertThat(Fit.faultsAlone(openApi, document)).isEmpty();
        ((ObjectNode) document.at("/paths/~1api~1queues/get/responses/200")).remove("description");
        assertThat(Fit.faultsAlone(openApi, document)).isNotEmpty();
    }

    @Test
    void whatIsTrueIsFoundTrue() {
        held(TRUE);
    }

    @Test
    void whatIsNotTrueIsFound() {
        for (Map.Entry<String, String> lie :
                Map.ofEntries(
                                Map.entry("x-service-path: /things", "x-service-path: /thing"),
                                Map.entry("    get:", "    put:"),
                                Map.entry("name: limit", "name: most"),
                                Map.entry("{default: 3}", "{default: 4}"),
                                Map.entry("in: query", "in: query, required: true"),
                                Map.entry("type: array", "type: object"),
                                Map.entry("application/json:\n", "text/plain:\n"),
                                Map.entry("maxLength: 200", "maxLength: 20"),
                                Map.entry("[INTEGRATION, ", "[ROBOT, "),
                                Map.entry("    kind:", "    sort:"),
                                Map.entry("[name, kind]", "[name]"),
                                Map.entry("required: [words]", "required: [words, product]"),
                                Map.entry("x-personal: true", "x-personal: false"),
                                Map.entry("{words: Smoke}", "{word: Smoke}"))
                        .entrySet()) {
            assertThat(TRUE).contains(lie.getKey());
            assertThatThrownBy(() -> held(TRUE.replace(lie.getKey(), lie.getValue())))
                    .as(lie.getValue())
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static void held(String yaml) {
        JsonNode document = Yaml.read(yaml);
        HttpDocument shop = new HttpDocument(document, "shop", Handler.of(Things.class).toList());
        shop.describesItsControllers();
        shop.describesItsAnswers(Map.of(), Set.of());
        shop.showsExamplesThatFit();
    }

    @Test
    void answersThatAreNotDescribedAreFound() {
        DescribedAnswers shop = new DescribedAnswers(Yaml.read(TRUE), "shop");
        String json = "application/json;charset=UTF-8";
        shop.check("GET", "/things", 200, json, "[{\"kind\":\"AGENT\",\"name\":\"sato\"}]");
        shop.check("GET", "/elsewhere", 404, json, "{}");
        assertThatThrownBy(() -> shop.check("GET", "/things", 404, json, "[]"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> shop.check("GET", "/things", 200, "text/plain", "[]"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> shop.check("GET", "/things", 200, json, "[{\"kind\":\"AGENT\"}]"))
                .isInstanceOf(AssertionError.class);
    }
}
