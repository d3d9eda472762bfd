package amends.intake.web;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature that Standard Webhooks puts beside a body: HMAC-SHA256 over id, time and body.
///
/// @param id the sender's own id of the message, the same at each try
/// @param timestamp seconds since 1970, when it was sent
/// @param signatures `v1,` and Base64; several while a secret is being changed
record StandardWebhook(
        @Nullable String id, @Nullable String timestamp, @Nullable String signatures) {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String VERSION = "v1,";
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /// What is wrong, if anything.
    Optional<String> fault(String secret, byte[] body, Instant now) {
        if (secret.isBlank()) {
            return Optional.of("No secret is set for this sender");
        }
        if (id == null || id.isBlank() || timestamp == null || signatures == null) {
            return Optional.of(
                    "The headers " + ID + ", " + TIMESTAMP + " and " + SIGNATURE + " are needed");
        }
        if (!timestamp.matches("\\d{1,12}")) {
            return Optional.of(TIMESTAMP + " has to be in seconds since 1970");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of(
                    TIMESTAMP + " is more than " + TOLERANCE.toMinutes() + " minutes off");
        }
        byte[] right = signature(secret, id + "." + timestamp + ".", body);
        return Stream.of(signatures.split(" ", -1)).anyMatch(each -> isSame(each, right))
                ? Optional.empty()
                : Optional.of("No signature in " + SIGNATURE + " is right for this body");
    }

    private static boolean isSame(String signature, byte[] right) {
        return signature.startsWith(VERSION)
                && MessageDigest.isEqual(
                        signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8),
                        Base64.getEncoder().encode(right));
    }

    /// @throws IllegalArgumentException when it is empty or not in Base64
    static SecretKeySpec key(String secret) {
        String bare = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        return new SecretKeySpec(Base64.getDecoder().decode(bare), ALGORITHM);
    }

    private static byte[] signature(String secret, String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key(secret));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
