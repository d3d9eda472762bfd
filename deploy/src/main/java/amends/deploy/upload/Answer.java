package amends.deploy.upload;

import amends.contracts.wire.Wire;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The platform's answer to a file: a line per row, and a last one that adds them up.
///
/// @param tally absent when the answer broke off
/// @param troubles the first rows that were not taken, with the reason
record Answer(Optional<Tally> tally, List<String> troubles) {

    private static final int SHOWN = 5;

    Answer {
        troubles = List.copyOf(troubles);
    }

    static Answer read(InputStream ndjson) throws IOException {
        Optional<Tally> tally = Optional.empty();
        List<String> troubles = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(ndjson, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode json = line.isBlank() || taken(line) ? null : Wire.mapper().readTree(line);
                if (json != null && json.has("summary")) {
                    tally = Optional.of(Tally.of(json.get("summary")));
                } else if (json != null && troubles.size() < SHOWN) {
                    troubles.add(trouble(json));
                }
            }
        }
        return new Answer(tally, troubles);
    }

    /// Most lines: not worth parsing.
    private static boolean taken(String line) {
        return line.contains("\"status\":\"new\"")
                || line.contains("\"status\":\"known\"")
                || line.contains("\"status\":\"appended\"");
    }

    private static String trouble(JsonNode row) {
        return "row "
                + row.path("row").asLong()
                + " "
                + row.path("status").asString("")
                + ": "
                + row.path("reason").asString("no reason given");
    }
}
