package amends.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The vectors of Standard Webhooks: what they accept is accepted, what they reject rejected.
class StandardWebhookTest {

    private static final Path VECTORS =
            Path.of(
                    System.getProperty("amends.shared.data"),
                    "webhook-vectors/standard_webhooks.json");

    private JsonNode vectors = MissingNode.getInstance();
    private String secret = "";
    private String id = "";
    private String timestamp = "";
    private String signature = "";
    private byte[] payload = {};

    @BeforeEach
    void vector() throws Exception {
        assumeThat(VECTORS).as("signature vectors").exists();
        vectors = Wire.mapper().readTree(Files.readString(VECTORS));
        JsonNode vector = vectors.path("sign").path(0);
        secret = vector.path("secret").asString();
        id = vector.path("msg_id").asString();
        timestamp = vector.path("timestamp").asString();
        signature = vector.path("expected").asString();
        payload = vector.path("payload").asString().getBytes(StandardCharsets.UTF_8);
    }

    /// Each case of the file is known here by its words, and none is left out.
    @Test
    void whatTheFileSaysMustBeAcceptedIsAccepted() {
        Map<String, List<Optional<String>>> cases = new HashMap<>();
        cases.put(
                "secret with and without the prefix \"whsec_\"",
                List.of(
                        fault(secret, id, timestamp, signature, 0),
                        fault(secret.replace("whsec_", ""), id, timestamp, signature, 0)));
        String several = listed("must_accept", "several space-separated signatures");
        String example = quoted(several.substring(several.indexOf("e.g."))).getFirst();
        assertThat(example).contains("<valid>").startsWith("v1,");
        cases.put(
                several,
                List.of(fault(secret, id, timestamp, example.replace("<valid>", signature), 0)));
        assertThat(cases).containsOnlyKeys(listed("must_accept"));
        assertThat(cases.values()).allSatisfy(each -> assertThat(each).allMatch(Optional::isEmpty));
        int tolerance = vectors.path("tolerance_seconds").asInt();
        assertThat(fault(secret, id, timestamp, signature, tolerance)).isEmpty();
        assertThat(fault(secret, id, timestamp, signature, -tolerance)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whatTheFileSaysMustBeRejectedIsRejected() {
        return listed("must_reject").stream()
                .map(
                        words ->
                                DynamicTest.dynamicTest(
                                        words, () -> assertThat(rejected(words)).isPresent()));
    }

    private Optional<String> rejected(String words) {
        int late = vectors.path("tolerance_seconds").asInt() + 1;
        List<String> quoted = quoted(words);
        String[] first = words.split("[\\s\"(]+", 3);
        return switch (first[0] + " " + first[1]) {
            case "empty secret" -> fault("", id, timestamp, signature, 0);
            case "missing webhook-id" -> fault(secret, null, timestamp, signature, 0);
            case "missing webhook-timestamp" -> fault(secret, id, null, signature, 0);
            case "missing webhook-signature" -> fault(secret, id, timestamp, null, 0);
            case "timestamp not" -> fault(secret, id, quoted.getFirst(), signature, 0);
            case "timestamp older" -> fault(secret, id, timestamp, signature, late);
            case "timestamp newer" -> fault(secret, id, timestamp, signature, -late);
            case "signature cut" -> fault(secret, id, timestamp, signature.substring(0, 8), 0);
            default -> {
                assertThat(words).startsWith("signature \"");
                yield fault(secret, id, timestamp, quoted.getFirst(), 0);
            }
        };
    }

    @Test
    void anotherIdOrBodyIsRejectedToo() {
        assertThat(fault(secret, "other", timestamp, signature, 0)).isPresent();
        payload = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(fault(secret, id, timestamp, signature, 0)).isPresent();
    }

    private List<String> listed(String kind) {
        List<String> listed =
                vectors.path(kind).valueStream().map(each -> each.asString()).toList();
        assertThat(listed).isNotEmpty();
        return listed;
    }

    private String listed(String kind, String beginning) {
        return listed(kind).stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> quoted(String words) {
        return Pattern.compile("\"([^\"]*)\"")
                .matcher(words)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private Optional<String> fault(
            String with,
            @Nullable String messageId,
            @Nullable String at,
            @Nullable String signed,
            long secondsLater) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(timestamp) + secondsLater);
        return new StandardWebhook(messageId, at, signed).fault(with, payload, now);
    }
}
