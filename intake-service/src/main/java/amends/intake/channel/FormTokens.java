package amends.intake.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a form page carries to show that it was opened here and when: the time, something that is
/// never twice, and a signature over both (HMAC-SHA256).
public final class FormTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration VALIDITY = Duration.ofHours(24);
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,15})\\.([0-9A-Za-z-]{1,40})\\.([0-9A-Za-z_-]{1,60})");

    private final SecretKeySpec key;
    private final Duration shortest;

    /// @param shortest in which no person fills in a form
    public FormTokens(byte[] secret, Duration shortest) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.shortest = shortest;
    }

    /// What a token says at a time.
    sealed interface Verdict {

        /// @param unique to the page that was opened
        record Sound(String unique) implements Verdict {}

        record TooFast(String unique) implements Verdict {}

        /// It is forged or a day old: the page has to be opened again.
        record Useless() implements Verdict {}
    }

    /// @param unique never given before
    public String token(Instant now, String unique) {
        String said = now.toEpochMilli() + "." + unique;
        return said + "." + signature(said);
    }

    /// For a page that comes back: the same as before as long as it is good, so that what is sent
    /// again is known; else one that may be sent at once, by whoever sends it a second time.
    ///
    /// @param unique never given before
    public String again(String token, Instant now, String unique) {
        return switch (verdict(token, now)) {
            case Verdict.Sound _ -> token;
            case Verdict.TooFast(String same) -> token(now.minus(shortest), same);
            case Verdict.Useless _ -> token(now.minus(shortest), unique);
        };
    }

    Verdict verdict(String token, Instant now) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()
                || !isSame(parts.group(3), signature(parts.group(1) + "." + parts.group(2)))) {
            return new Verdict.Useless();
        }
        Duration open = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), now);
        if (open.compareTo(VALIDITY) > 0) {
            return new Verdict.Useless();
        }
        return open.compareTo(shortest) < 0
                ? new Verdict.TooFast(parts.group(2))
                : new Verdict.Sound(parts.group(2));
    }

    /// What makes it unique, whether it is sound or not.
    static Optional<String> unique(String token) {
        Matcher parts = FORM.matcher(token);
        return parts.matches() ? Optional.of(parts.group(2)) : Optional.empty();
    }

    private static boolean isSame(String signature, String right) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
