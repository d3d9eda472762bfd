package amends.gateway;

import amends.contracts.wire.Wire;

import com.sun.net.httpserver.HttpExchange;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers about templates of notifications as the service gives them, with the words that the
/// product ships.
final class RecordedTemplates {

    static final List<String> NAMES =
            List.of("frame", "acknowledgement", "promise", "follow-up", "escalation");

    private static final Path SHIPPED =
            Path.of("../notification-service/src/main/resources/templates");

    private final RecordingService service;
    private final Map<String, JsonNode> bodies = new LinkedHashMap<>();
    private int version = 1;

    RecordedTemplates(RecordingService service) {
        this.service = service;
        for (String name : NAMES) {
            bodies.put(name, new YAMLMapper().readTree(SHIPPED.resolve(name + ".yaml").toFile()));
            String path = "/notification-templates/" + name;
            service.answer("GET " + path, exchange -> json(template(name)).to(exchange));
            service.answer("GET " + path + "/versions", json(items(Stream.of(summary(name)))));
            service.answer("POST " + path + "/preview", this::letters);
        }
        service.answer(
                "GET /notification-templates",
                exchange -> json(items(NAMES.stream().map(this::summary))).to(exchange));
        service.answer("PUT /notification-templates/acknowledgement", this::publish);
    }

    private String template(String name) {
        return """
        {%s, "placeholders": ["brand", "name", "named", "reference", "title"], "body": %s}\
        """
                .formatted(about(name), bodies.get(name));
    }

    private String summary(String name) {
        return "{" + about(name) + "}";
    }

    private String about(String name) {
        return """
        "name": "%s", "version": %d, "publishedAt": "2026-04-01T00:00:00Z",
         "publishedBy": {"kind": "AUTOMATION", "name": "product"}\
        """
                .formatted(name, name.equals("acknowledgement") ? version : 1);
    }

    private static String items(Stream<String> items) {
        return "{\"items\": [" + items.collect(Collectors.joining(",")) + "]}";
    }

    private static RecordingService.Answer json(String body) {
        return RecordingService.json(body);
    }

    private void publish(HttpExchange exchange) throws IOException {
        bodies.put("acknowledgement", Wire.mapper().readTree(service.last().body()));
        version++;
        json(template("acknowledgement")).to(exchange);
    }

    /// What was sent, as letters; nothing is filled in.
    private void letters(HttpExchange exchange) throws IOException {
        JsonNode body = Wire.mapper().readTree(service.last().body());
        json(items(Stream.of("ja", "en", "zh").map(each -> letter(each, body.path(each)))))
                .to(exchange);
    }

    private static String letter(String language, JsonNode words) {
        Map<String, String> message =
                Map.of(
                        "subject", words.path("subject").asString("–"),
                        "text", words.path("body").toString(),
                        "html", "");
        return Wire.mapper()
                .writeValueAsString(
                        Map.of(
                                "language", language,
                                "kind", "ACKNOWLEDGEMENT",
                                "message", message));
    }
}
