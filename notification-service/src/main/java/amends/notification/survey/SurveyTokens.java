package amends.notification.survey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs survey tickets and reads them again: `base64url(HMAC-SHA256 of the ticket ‖ ticket)`.
final class SurveyTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 32;
    private static final int LONGEST = 400;

    private final SecretKeySpec key;

    SurveyTokens(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// What a token turned out to be.
    sealed interface Reading {
        record Valid(SurveyTicket ticket) implements Reading {}

        record Expired(SurveyTicket ticket) implements Reading {}

        record Forged() implements Reading {}
    }

    String sign(SurveyTicket ticket) {
        byte[] text = ticket.text().getBytes(StandardCharsets.UTF_8);
        byte[] signed =
                ByteBuffer.allocate(SIGNATURE_BYTES + text.length)
                        .put(signature(text))
                        .put(text)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    Reading read(String token, Instant now) {
        byte[] signed = decoded(token);
        if (signed.length <= SIGNATURE_BYTES) {
            return new Reading.Forged();
        }
        byte[] text = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
        byte[] claimed = Arrays.copyOf(signed, SIGNATURE_BYTES);
        if (!MessageDigest.isEqual(signature(text), claimed)) {
            return new Reading.Forged();
        }
        SurveyTicket ticket = SurveyTicket.parse(new String(text, StandardCharsets.UTF_8));
        return now.isBefore(ticket.expires())
                ? new Reading.Valid(ticket)
                : new Reading.Expired(ticket);
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] signature(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
