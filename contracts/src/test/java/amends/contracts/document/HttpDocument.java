package amends.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The OpenAPI document that the gateway hands out, held against the controllers of one service.
public final class HttpDocument {

    /// How the document says which service answers a path, and what the path is there.
    private static final String SERVICE = "x-service";

    private static final String PATH_THERE = "x-service-path";

    private final JsonNode document;
    private final Map<String, JsonNode> operations = new TreeMap<>();
    private final Map<String, Handler> handlers = new TreeMap<>();
    private final Schemas schemas = new Schemas(new Descriptions(List.of()));

    HttpDocument(JsonNode document, String service, Collection<Handler> found) {
        this.document = document;
        document.path("paths")
                .valueStream()
                .filter(path -> path.path(SERVICE).asString("").equals(service))
                .forEach(
                        path ->
                                path.propertyStream()
                                        .filter(each -> Operation.METHODS.contains(each.getKey()))
                                        .forEach(
                                                each ->
                                                        operations.put(
                                                                call(each.getKey(), path),
                                                                each.getValue())));
        found.forEach(handler -> handlers.put(handler.call(), handler));
    }

    /// @param service its name in the document
    /// @param basePackage where its controllers are
    public static HttpDocument of(String service, String basePackage) {
        JsonNode document =
                Yaml.read(Path.of("../gateway/src/main/resources/document/openapi.yaml"));
        return new HttpDocument(document, service, Handler.in(basePackage));
    }

    private static String call(String method, JsonNode path) {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path.path(PATH_THERE).asString();
    }

    public JsonNode operation(String call) {
        return operations.get(call);
    }

    /// Everything that annotations tell: calls, parameters, media types, bodies.
    public void describesItsControllers() {
        assertThat(operations.keySet()).isEqualTo(handlers.keySet());
        handlers.forEach(
                (call, handler) -> {
                    JsonNode operation = operations.get(call);
                    assertThat(parameters(operation))
                            .as("parameters of " + call)
                            .isEqualTo(handler.parameters());
                    if (!handler.consumes().isEmpty()) {
                        assertThat(operation.at("/requestBody/content").propertyNames())
                                .as("what %s takes", call)
                                .containsExactlyInAnyOrderElementsOf(handler.consumes());
                    }
                    handler.body()
                            .ifPresent(
                                    type ->
                                            assertThat(differences(body(operation), type))
                                                    .as("body of " + call)
                                                    .isEmpty());
                });
    }

    /// What the calls answer is what their methods return.
    ///
    /// @param types of the answers that the methods' own types don't tell
    /// @param others calls whose answers are not JSON of one type
    public void describesItsAnswers(Map<String, Type> types, Set<String> others) {
        for (String call : handlers.keySet()) {
            if (!others.contains(call)) {
                Type type = types.getOrDefault(call, handlers.get(call).answer());
                assertThat(differences(answer(operations.get(call)), type))
                        .as("answer of " + call)
                        .isEmpty();
            }
        }
    }

    /// What a schema of the document says otherwise than the type.
    public List<String> differences(JsonNode documented, Type type) {
        return new SameSchema(document, schemas).differences(documented, schemas.of(type));
    }

    /// The same for a record whose name is told elsewhere.
    public List<String> differencesInFields(JsonNode documented, Class<?> type) {
        return new SameSchema(document, schemas).differences(documented, schemas.fields(type));
    }

    /// Each example fits the schema beside it.
    public void showsExamplesThatFit() {
        List<String> faults = new ArrayList<>();
        int examples = 0;
        for (JsonNode content : document.path("paths").findParents("examples")) {
            for (JsonNode example : content.path("examples").values()) {
                faults.addAll(
                        new Fit(document).faults(content.path("schema"), example.path("value")));
                examples++;
            }
        }
        assertThat(faults).isEmpty();
        assertThat(examples).isPositive();
    }

    private static JsonNode body(JsonNode operation) {
        return operation.at("/requestBody/content/application~1json/schema");
    }

    private static JsonNode answer(JsonNode operation) {
        return operation
                .path("responses")
                .propertyStream()
                .filter(each -> each.getKey().startsWith("2"))
                .map(each -> each.getValue().at("/content/application~1json/schema"))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> parameters(JsonNode operation) {
        Set<String> written = new TreeSet<>();
        for (JsonNode each : operation.path("parameters").values()) {
            JsonNode parameter =
                    each.has("$ref")
                            ? document.at(each.path("$ref").asString().substring(1))
                            : each;
            JsonNode standard = parameter.at("/schema/default");
            written.add(
                    parameter.path("in").asString()
                            + " "
                            + parameter.path("name").asString()
                            + (parameter.path("required").asBoolean(false) ? "!" : "")
                            + (standard.isMissingNode() ? "" : "=" + standard.asString()));
        }
        return written;
    }
}
