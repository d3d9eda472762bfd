package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.document.HttpDocument;
import amends.contracts.document.Operation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;

/// Both documents are handed out whole, and the first is true to the gateway's own controllers.
class DocumentsTest {

    private static RunningGateway gateway;
    private static Caller stranger;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        stranger = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        stranger.close();
        gateway.close();
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
    void describe_what_the_gateway_itself_offers() {
        HttpDocument own = HttpDocument.of("gateway", "amends.gateway");
        own.describesItsControllers();
        own.describesItsAnswers(
                Map.of(),
                Set.of("DELETE /api/access/users/{name}", "DELETE /api/access/keys/{name}"));
        own.showsExamplesThatFit();
    }

    @Test
    void name_operations_of_the_gateway_itself_too() {
        assertThat(Operation.of("gateway"))
                .extracting(Operation::toString)
                .contains(
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
