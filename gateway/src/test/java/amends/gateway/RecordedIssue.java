package amends.gateway;

import amends.contracts.wire.Wire;

import com.sun.net.httpserver.HttpExchange;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Instant;

/// A concern that recurs, and what becomes of it when somebody takes it in hand.
final class RecordedIssue {

    private static final String PATH = "/analytics/recurrence/k1/known-issue";

    private final RecordingService service;
    private JsonNode known = Wire.mapper().missingNode();

    RecordedIssue(RecordingService service) {
        this.service = service;
        service.answer("GET /analytics/recurrence", this::recurrence);
        service.answer("GET /analytics/known-issues", this::ofComplaint);
        service.answer("PUT " + PATH, this::state);
        service.answer("DELETE " + PATH, this::withdraw);
    }

    private synchronized void recurrence(HttpExchange exchange) throws IOException {
        ObjectNode cluster =
                (ObjectNode)
                        Wire.mapper()
                                .readTree(
                                        """
                                        {"id": "k1", "product": "CleanAir 300", "label": "煙 異臭 モーター", "distinctCustomers": 41, "concerns": 48,
                                         "rising": true, "distinctBy": {"EMAIL": 30, "PHONE": 11}, "examples": [],
                                         "periods": [{"period": "2026-W44", "distinctCustomers": 14}, {"period": "2026-W45", "distinctCustomers": 21}]}\
                                        """);
        if (known.isObject()) {
            cluster.set("knownIssue", known);
            if (known.path("state").asString().equals("FIXED")) {
                cluster.putObject("relief").put("before", 9.25).put("since", 0.5).put("days", 28);
            }
        }
        RecordingService.json("{\"items\": [" + cluster + "]}").to(exchange);
    }

    private synchronized void ofComplaint(HttpExchange exchange) throws IOException {
        RecordingService.json("{\"items\": [" + (known.isObject() ? known : "") + "]}")
                .to(exchange);
    }

    private synchronized void state(HttpExchange exchange) throws IOException {
        RecordingService.Told told = told("PUT");
        long version = known.path("version").asLong(0);
        if (!told.header("If-Match").equals("\"" + version + "\"")) {
            RecordingService.status(
                            412, "application/problem+json", "{\"status\": 412, \"detail\": \"x\"}")
                    .to(exchange);
            return;
        }
        change((ObjectNode) Wire.mapper().readTree(told.body()), version + 1);
        RecordingService.json(known.toString()).to(exchange);
    }

    private void change(ObjectNode next, long version) {
        next.put("cluster", "k1").put("version", version).put("since", Instant.now().toString());
        known = next;
    }

    /// Somebody else changes it.
    synchronized void overtake() {
        ObjectNode next = ((ObjectNode) known).deepCopy();
        next.put("state", "FIXED");
        change(next, known.path("version").asLong() + 1);
    }

    private synchronized void withdraw(HttpExchange exchange) throws IOException {
        known = Wire.mapper().missingNode();
        RecordingService.status(204, "application/json", "").to(exchange);
    }

    /// The last call of this kind.
    RecordingService.Told told(String method) {
        return service.told().reversed().stream()
                .filter(each -> each.method().equals(method) && each.path().equals(PATH))
                .findFirst()
                .orElseThrow();
    }
}
