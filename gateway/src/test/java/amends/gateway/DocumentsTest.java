package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The OpenAPI document says who may do what, and both documents are handed out whole.
class DocumentsTest {

    private static final JsonNode DOCUMENT = document("openapi");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final String NOBODY = "nobody";

    private static RunningGateway gateway;
    private static Caller agent;
    private static Caller stranger;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("amends.gateway.limits.failure.burst=10000");
        agent = Caller.loggedIn(gateway);
        stranger = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        agent.close();
        stranger.close();
        gateway.close();
    }

    record Operation(String method, String path, JsonNode described, boolean forwarded) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        /// Who may call it; one scheme for keys says the same as the other.
        Set<String> may() {
            JsonNode ways = described.path("security");
            Set<String> may = new TreeSet<>();
            for (JsonNode way : ways.values()) {
                way.properties()
                        .forEach(each -> each.getValue().forEach(role -> may.add(role.asString())));
            }
            assertThat(roles("apiKey")).isEqualTo(roles("bearerKey"));
            return ways.isEmpty() ? Set.of("agent", "integration", "ops", NOBODY) : may;
        }

        private Set<String> roles(String scheme) {
            Set<String> roles = new TreeSet<>();
            for (JsonNode way : described.path("security").values()) {
                way.path(scheme).forEach(role -> roles.add(role.asString()));
            }
            return roles;
        }
    }

    static Stream<Operation> operations() {
        return DOCUMENT.path("paths")
                .propertyStream()
                .flatMap(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .map(
                                                each ->
                                                        new Operation(
                                                                each.getKey()
                                                                        .toUpperCase(Locale.ROOT),
                                                                path.getKey(),
                                                                each.getValue(),
                                                                path.getValue().has("x-service"))));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void is_open_to_whom_it_says(Operation operation) {
        Set<String> may = new TreeSet<>();
        note(may, NOBODY, call(stranger, operation));
        note(
                may,
                "integration",
                call(stranger, operation, "X-API-Key", RunningGateway.INTEGRATION_KEY));
        note(may, "ops", call(stranger, operation, "X-API-Key", RunningGateway.OPS_KEY));
        note(may, "agent", call(agent, operation, "X-XSRF-TOKEN", agent.csrfToken()));

        assertThat(may).isEqualTo(operation.may());
    }

    private static void note(Set<String> may, String who, HttpResponse<String> answer) {
        if (answer.statusCode() != 401 && answer.statusCode() != 403) {
            assertThat(answer.statusCode()).isEqualTo(200);
            may.add(who);
        }
    }

    private static HttpResponse<String> call(
            Caller caller, Operation operation, String... headers) {
        String path = operation.path().replaceAll("\\{\\w+}", "x1");
        return caller.call(
                operation.method(), path, operation.method().equals("GET") ? null : "{}", headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "asyncapi"})
    void are_handed_out_as_they_are_written_and_as_json(String name) throws IOException {
        HttpResponse<String> yaml =
                stranger.call(
                        "GET",
                        "/" + name + ".yaml",
                        null,
                        "X-API-Key",
                        RunningGateway.INTEGRATION_KEY);
        HttpResponse<String> json =
                stranger.call(
                        "GET",
                        "/" + name + ".json",
                        null,
                        "X-API-Key",
                        RunningGateway.INTEGRATION_KEY);

        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(document(name));
        assertThat(new YAMLMapper().readTree(json.body())).isEqualTo(document(name));
    }

    @Test
    void names_operations_of_the_gateway_itself_too() {
        assertThat(operations().filter(each -> !each.forwarded()).map(Operation::toString))
                .containsExactlyInAnyOrder(
                        "GET /api/services",
                        "GET /api/session",
                        "GET /openapi.yaml",
                        "GET /openapi.json",
                        "GET /asyncapi.yaml",
                        "GET /asyncapi.json");
    }

    private static JsonNode document(String name) {
        try {
            return new YAMLMapper()
                    .readTree(
                            new ClassPathResource("document/" + name + ".yaml")
                                    .getContentAsByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
