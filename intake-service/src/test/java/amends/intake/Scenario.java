package amends.intake;

import amends.contracts.wire.Wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One scenario of the CloudEvents conformance features, HTTP or Kafka, one for each example of an
/// outline.
///
/// @param headers by their names in small letters
/// @param expected the attributes and the data, as a structured event
public record Scenario(String name, Map<String, String> headers, String body, JsonNode expected) {

    private static final Pattern TEXT = Pattern.compile("\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern CELLS =
            Pattern.compile("(?m)^\\s*\\|\\s*(.+?)\\s*\\|\\s*(.+?)\\s*\\|\\s*$");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\s*\\|\\s*([^|]+?)\\s*\\|\\s*$");

    public static List<Scenario> read(Path feature) throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        for (String text : Files.readString(feature).split("(?m)^\\s*Scenario(?: Outline)?: ")) {
            if (text.contains("When parsed as")) {
                String[] parts = text.split("(?m)^\\s*Examples:", 2);
                List<String> examples = new ArrayList<>();
                if (parts.length > 1) {
                    EXAMPLE.matcher(parts[1])
                            .results()
                            .skip(1)
                            .forEach(each -> examples.add(each.group(1)));
                } else {
                    examples.add("");
                }
                examples.forEach(
                        each -> scenarios.add(of(parts[0].replace("<contentType>", each))));
            }
        }
        return scenarios;
    }

    private static Scenario of(String text) {
        String[] steps = text.split("When parsed as", 2);
        Matcher payload = TEXT.matcher(steps[0]);
        payload.find();
        String given = payload.group(1).stripIndent();
        Map<String, String> headers = new LinkedHashMap<>();
        cells(steps[0]).forEach((key, value) -> headers.put(key.toLowerCase(Locale.ROOT), value));
        String body = given;
        if (given.startsWith("POST ")) {
            String[] message = given.split("\\R\\R", 2);
            message[0]
                    .lines()
                    .skip(1)
                    .map(line -> line.split(":", 2))
                    .forEach(
                            header ->
                                    headers.put(
                                            header[0].toLowerCase(Locale.ROOT), header[1].strip()));
            body = message[1];
        }
        ObjectNode expected = Wire.mapper().createObjectNode();
        cells(steps[1]).forEach(expected::put);
        Matcher data = TEXT.matcher(steps[1]);
        data.find();
        expected.set("data", Wire.mapper().readTree(data.group(1)));
        return new Scenario(text.lines().findFirst().orElse(""), headers, body, expected);
    }

    /// An event as it was kept, with its members in no particular order.
    public static JsonNode event(byte[] structured) {
        return Wire.mapper().readTree(structured);
    }

    private static Map<String, String> cells(String text) {
        Map<String, String> cells = new LinkedHashMap<>();
        CELLS.matcher(text)
                .results()
                .filter(each -> !each.group(1).equals("key"))
                .forEach(each -> cells.put(each.group(1), each.group(2)));
        return cells;
    }
}
