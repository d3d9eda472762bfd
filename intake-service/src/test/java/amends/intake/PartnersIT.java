package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.identity.SignedIdentities;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

class PartnersIT extends RunningIntake {

    @Test
    void aPartnersWebhookIsTakenOnceOrKept() throws Exception {
        byte[] sample =
                PartnersIT.class.getResourceAsStream("/partners/salesforce.json").readAllBytes();
        String body = new String(sample, StandardCharsets.UTF_8);
        JsonNode first = json(postJson("/partners/salesforce", body));
        assertThat(first.path("status").asString()).isEqualTo("accepted");
        assertThat(json(postJson("/partners/salesforce", body))).isEqualTo(first);
        JsonNode kept = json(postJson("/partners/salesforce", "{\"Id\":\"500\"}"));
        assertThat(kept.path("reason").asString()).isEqualTo("partner-body-without-text");
        assertThat(postJson("/partners/salesforce", "{").statusCode()).isEqualTo(400);
        assertThat(postJson("/partners/none", "{}").statusCode()).isEqualTo(404);

        String id = kept.path("quarantineId").asString();
        await().untilAsserted(
                        () -> assertThat(get("/quarantine/" + id).statusCode()).isEqualTo(200));
        JsonNode corrected =
                json(
                        postJson(
                                "/quarantine/" + id + "/edit",
                                "{\"text\":\"{\\\"Id\\\":\\\"500\\\",\\\"Subject\\\":\\\"It"
                                        + " leaks\\\"}\"}"));
        assertThat(corrected.path("status").asString()).isEqualTo("released");
    }

    @Test
    void whoHasASecretSignsPartnersWebhooksToo() throws Exception {
        assertThat(
                        postJson(
                                        "/partners/generic-json",
                                        "{\"text\":\"x\"}",
                                        "Amends-Actor",
                                        "integration:signing")
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoAsksBeforeHeSendsIsToldThatHeMay() throws Exception {
        HttpResponse<String> granted =
                ask("WebHook-Request-Origin", "events.example.com", "WebHook-Request-Rate", "120");
        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(granted.headers().firstValue("WebHook-Allowed-Origin"))
                .hasValue("events.example.com");
        assertThat(granted.headers().firstValue("WebHook-Allowed-Rate")).hasValue("120");
        assertThat(granted.headers().firstValue("Allow")).hasValue("POST");
        assertThat(
                        ask(
                                        "WebHook-Request-Origin",
                                        "events.example.com",
                                        "WebHook-Request-Rate",
                                        "999999999")
                                .headers()
                                .firstValue("WebHook-Allowed-Rate"))
                .hasValue("6000");
        assertThat(ask().headers().firstValue("WebHook-Allowed-Origin")).isEmpty();
        assertThat(
                        ask("WebHook-Request-Origin", "<script>")
                                .headers()
                                .firstValue("WebHook-Allowed-Origin"))
                .isEmpty();
    }

    /// The suite's features for HTTP, through the real door: what is kept of an event of a foreign
    /// type shows how it was understood.
    @Test
    void theConformanceFeaturesOfHttpAgree() throws Exception {
        Path feature =
                Path.of(
                        System.getProperty("amends.shared.data"),
                        "cloudevents-conformance/features/http-protocol-binding.feature");
        assumeThat(feature).as("conformance suite").exists();
        List<Scenario> scenarios = Scenario.read(feature);
        assertThat(scenarios).hasSize(4);
        for (Scenario scenario : scenarios) {
            assertThat(understood(scenario)).as(scenario.name()).isEqualTo(scenario.expected());
        }
    }

    private JsonNode understood(Scenario scenario) throws Exception {
        List<String> headers = new ArrayList<>();
        scenario.headers().entrySet().stream()
                .filter(each -> each.getKey().startsWith("ce-"))
                .forEach(each -> headers.addAll(List.of(each.getKey(), each.getValue())));
        JsonNode kept =
                json(
                        post(
                                "/events",
                                scenario.headers().get("content-type"),
                                scenario.body().getBytes(StandardCharsets.UTF_8),
                                headers.toArray(String[]::new)));
        assertThat(kept.path("reason").asString()).isEqualTo("event-type-unknown");
        String id = kept.path("quarantineId").asString();
        JsonNode item =
                await().until(() -> json(get("/quarantine/" + id)), each -> each.has("content"));
        return Scenario.event(Base64.getDecoder().decode(item.path("content").asString()));
    }

    private HttpResponse<String> ask(String... headers) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri("/events"))
                        .headers(SignedIdentities.identified(headers))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
