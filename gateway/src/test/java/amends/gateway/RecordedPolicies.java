package amends.gateway;

import amends.contracts.wire.Wire;

import com.sun.net.httpserver.HttpExchange;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Answers about policies as the service gives them, with the bodies that the product ships.
final class RecordedPolicies {

    static final List<String> NAMES =
            List.of(
                    "sla",
                    "calendar.tokyo",
                    "calendar.always",
                    "priority",
                    "routing",
                    "authority",
                    "service-signs",
                    "typology",
                    "playbook");

    private static final Path SHIPPED = Path.of("../workflow-service/src/main/resources/policies");
    private static final String PRODUCT =
            "\"publishedBy\": {\"kind\": \"AUTOMATION\", \"name\": \"product\"}, \"publishedAt\":"
                    + " \"2026-04-01T00:00:00Z\"";

    private final RecordingService service;
    private final Map<String, JsonNode> bodies = new LinkedHashMap<>();
    private final AtomicInteger version = new AtomicInteger(1);

    RecordedPolicies(RecordingService service) {
        this.service = service;
        NAMES.forEach(name -> bodies.put(name, shipped(name)));
        service.answer("GET /policies", this::list);
        for (String name : NAMES) {
            String path = "GET /policies/" + name;
            service.answer(path, exchange -> json(policy(name, version(name))).to(exchange));
            service.answer(path + "/versions", exchange -> json(versions(name)).to(exchange));
            service.answer(path + "/versions/1", json(policy(name, 1, shipped(name))));
        }
        service.answer("PUT /policies/sla", this::publish);
        service.answer("PUT /policies/calendar.osaka", this::calendar);
        service.answer("POST /policies/preview", json(PREVIEW));
        service.answer("POST /policies/recompute", json(RECOMPUTED));
    }

    /// Somebody else publishes a version.
    void overtake() {
        ((ObjectNode) bodies.get("sla")).put("followUpSilence", "P10D");
        version.incrementAndGet();
    }

    private static JsonNode shipped(String name) {
        return new YAMLMapper().readTree(SHIPPED.resolve(name + ".yaml").toFile());
    }

    private static RecordingService.Answer json(String body) {
        return RecordingService.json(body);
    }

    private int version(String name) {
        return name.equals("sla") ? version.get() : 1;
    }

    private String policy(String name, int which) {
        return policy(name, which, bodies.get(name));
    }

    private static String policy(String name, int which, JsonNode body) {
        return "{%s, \"body\": %s}".formatted(summary(name, which), body);
    }

    private static String summary(String name, int which) {
        return "\"name\": \"%s\", \"version\": %d, %s".formatted(name, which, PRODUCT);
    }

    private void list(HttpExchange exchange) throws IOException {
        json(items(
                        bodies.keySet().stream()
                                .map(name -> "{" + summary(name, version(name)) + "}")
                                .toList()))
                .to(exchange);
    }

    private String versions(String name) {
        return items(
                IntStream.rangeClosed(1, version(name))
                        .mapToObj(which -> "{" + summary(name, which) + "}")
                        .toList()
                        .reversed());
    }

    private static String items(List<String> items) {
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    /// As the service does: a faulty target is refused where it stands, and so is a version that is
    /// not in force any more.
    private void publish(HttpExchange exchange) throws IOException {
        RecordingService.Told told = service.last();
        if (!told.header("If-Match").equals("\"" + version.get() + "\"")) {
            problem(412, "{\"status\": 412, \"detail\": \"Somebody published another version\"}")
                    .to(exchange);
        } else if (told.body().contains("\"soon\"")) {
            problem(422, FAULT).to(exchange);
        } else {
            bodies.put("sla", Wire.mapper().readTree(told.body()));
            json(policy("sla", version.incrementAndGet())).to(exchange);
        }
    }

    private void calendar(HttpExchange exchange) throws IOException {
        bodies.put("calendar.osaka", Wire.mapper().readTree(service.last().body()));
        String osaka = policy("calendar.osaka", 1);
        service.answer("GET /policies/calendar.osaka", json(osaka));
        json(osaka).to(exchange);
    }

    private static RecordingService.Answer problem(int status, String body) {
        return RecordingService.status(status, "application/problem+json", body);
    }

    private static final String FAULT =
            """
            {"status": 422, "detail": "Mend what `errors` names and send it again", "errors": [
              {"detail": "Policy sla: a target is written PT4H or 5 business days, not soon", "pointer": "/clocks/4/targets/0/within"}]}\
            """;

    private static final String RECOMPUTED =
            """
            {"complaints": 48, "rescheduled": 31, "missed": 0}\
            """;

    private static final String PREVIEW =
            """
            {"policy": "sla", "from": "2026-10-01T00:00:00Z", "to": "2026-11-01T00:00:00Z", "asOf": "2026-11-09T01:00:00Z",
             "complaints": 1200, "truncated": true, "reached": "2026-10-04T00:03:12Z",
             "total": {"gained": {"breaches": 14, "complaints": 12, "examples": ["0123-4567-89AB-T"]}, "lost": {"breaches": 2, "complaints": 2, "examples": []}},
             "queues": [{"queue": "safety", "gained": {"breaches": 14, "complaints": 12, "examples": ["0123-4567-89AB-T"]}, "lost": {"breaches": 0, "complaints": 0, "examples": []}},
               {"queue": "general", "gained": {"breaches": 0, "complaints": 0, "examples": []}, "lost": {"breaches": 2, "complaints": 2, "examples": []}}],
             "clocks": [{"clock": "resolution", "gained": {"breaches": 14, "complaints": 12, "examples": ["0123-4567-89AB-T"]}, "lost": {"breaches": 2, "complaints": 2, "examples": []}}]}\
            """;
}
