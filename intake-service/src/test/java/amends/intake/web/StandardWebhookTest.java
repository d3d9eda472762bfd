package amends.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The vectors of Standard Webhooks: what they accept is accepted, what they reject rejected.
class StandardWebhookTest {

    private static final Path VECTORS =
            Path.of(
                    System.getProperty("amends.shared.data"),
                    "webhook-vectors/standard_webhooks.json");

    private String secret = "";
    private String id = "";
    private String timestamp = "";
    private String signature = "";
    private byte[] payload = {};

    @BeforeEach
    void vector() throws Exception {
        assumeThat(VECTORS).as("signature vectors").exists();
        JsonNode vector = Wire.mapper().readTree(Files.readString(VECTORS)).path("sign").path(0);
        secret = vector.path("secret").asString();
        id = vector.path("msg_id").asString();
        timestamp = vector.path("timestamp").asString();
        signature = vector.path("expected").asString();
        payload = vector.path("payload").asString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRightSignatureIsAcceptedWithAndWithoutThePrefixOfTheSecret() {
        assertThat(fault(secret, id, timestamp, signature, 0)).isEmpty();
        assertThat(fault(secret.replace("whsec_", ""), id, timestamp, signature, 0)).isEmpty();
        assertThat(fault(secret, id, timestamp, signature, 300)).isEmpty();
        String wrong = "Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
        assertThat(
                        fault(
                                secret,
                                id,
                                timestamp,
                                "v1," + wrong + " v2," + wrong + " " + signature + " v1," + wrong,
                                0))
                .as("one of several")
                .isEmpty();
    }

    @Test
    void everythingElseIsRejected() {
        assertThat(fault("", id, timestamp, signature, 0)).isPresent();
        assertThat(fault(secret, null, timestamp, signature, 0)).isPresent();
        assertThat(fault(secret, id, null, signature, 0)).isPresent();
        assertThat(fault(secret, id, "hello", signature, 0)).isPresent();
        assertThat(fault(secret, id, timestamp, null, 0)).isPresent();
        assertThat(fault(secret, id, timestamp, "v1,dawfeoifkpqwoekfpqoekf", 0)).isPresent();
        assertThat(fault(secret, id, timestamp, signature.substring(0, 8), 0)).isPresent();
        assertThat(fault(secret, id, timestamp, "v1,", 0)).isPresent();
        assertThat(fault(secret, id, timestamp, signature, 301)).isPresent();
        assertThat(fault(secret, id, timestamp, signature, -301)).isPresent();
        assertThat(fault(secret, "other", timestamp, signature, 0)).isPresent();
        payload = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(fault(secret, id, timestamp, signature, 0)).isPresent();
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
