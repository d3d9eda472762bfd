package amends.gateway;

import amends.contracts.wire.Wire;

import com.sun.net.httpserver.HttpExchange;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Commands to many: all but the smoking vacuum cleaner take them.
final class RecordedBulk {

    private static final String PATH = "/complaints/commands";

    private final RecordingService service;

    RecordedBulk(RecordingService service) {
        this.service = service;
        service.answer("POST " + PATH, this::decide);
    }

    private void decide(HttpExchange exchange) throws IOException {
        boolean preview = "preview=true".equals(exchange.getRequestURI().getQuery());
        JsonNode asked = (preview ? tried() : carriedOut()).getLast();
        String items =
                asked.path("complaints")
                        .valueStream()
                        .map(each -> item(each.asString(), preview))
                        .collect(Collectors.joining(","));
        RecordingService.json("{\"preview\": %s, \"items\": [%s]}".formatted(preview, items))
                .to(exchange);
    }

    private static String item(String complaint, boolean preview) {
        return complaint.equals("smoke")
                ? """
                {"complaint": "smoke", "reference": "%s", "outcome": "refused", "version": 7, "rule": "MERGED", "explanation": "x"}\
                """
                        .formatted(RecordedComplaints.SMOKE)
                : """
                {"complaint": "%s", "reference": "%s", "outcome": "accepted", "version": %d %s}\
                """
                        .formatted(
                                complaint,
                                complaint.substring(2),
                                preview ? 7 : 8,
                                preview ? ", \"events\": [\"ComplaintHandedOver\"]" : "");
    }

    List<JsonNode> tried() {
        return told(PATH + "?preview=true");
    }

    List<JsonNode> carriedOut() {
        return told(PATH);
    }

    private List<JsonNode> told(String path) {
        return service.told().stream()
                .filter(each -> each.path().equals(path))
                .map(each -> Wire.mapper().readTree(each.body()))
                .toList();
    }
}
