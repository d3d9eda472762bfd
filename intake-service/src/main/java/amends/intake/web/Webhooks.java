package amends.intake.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Holds senders that have a webhook secret to signing what they send, beside their key: whoever
/// steals the key alone can send nothing.
@Component
class Webhooks {

    private final Map<String, String> secrets;
    private final InstantSource clock;

    Webhooks(WebSettings settings, InstantSource clock) {
        this.secrets = new HashMap<>();
        settings.webhookSecrets().forEach(this::hold);
        this.clock = clock;
    }

    /// A secret that can't be used, or two for one name, must not wait for the first message.
    private void hold(String sender, String secret) {
        try {
            StandardWebhook.key(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The webhook secret of " + sender + " is not whsec_ and Base64", e);
        }
        if (secrets.put(normal(sender), secret) != null) {
            throw new IllegalArgumentException("Two webhook secrets for " + sender);
        }
    }

    /// Configuration keeps neither case nor most signs of a name.
    private static String normal(String sender) {
        return Normalizer.normalize(sender, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// @param actor as the gateway tells it: `integration:shop`
    /// @throws Refusal 401 when the sender has a secret and the body is not signed with it
    void check(String actor, HttpServletRequest request, byte[] body) {
        String secret = secret(actor);
        if (secret != null) {
            new StandardWebhook(
                            request.getHeader(StandardWebhook.ID),
                            request.getHeader(StandardWebhook.TIMESTAMP),
                            request.getHeader(StandardWebhook.SIGNATURE))
                    .fault(secret, body, clock.instant())
                    .ifPresent(Webhooks::refuse);
        }
    }

    /// @throws Refusal 403 when the sender signs: the signature of a file is known at its end, when
    ///   its rows are taken in already
    void refuseUnsigned(String actor) {
        if (secret(actor) != null) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "This sender signs by Standard Webhooks, and a file can't be signed. Send to"
                            + " /complaints or /events, or take a key without a webhook secret.");
        }
    }

    private @Nullable String secret(String actor) {
        return secrets.get(normal(actor.substring(actor.indexOf(':') + 1)));
    }

    private static void refuse(String fault) {
        throw new Refusal(
                HttpStatus.UNAUTHORIZED,
                "This sender signs by Standard Webhooks. " + fault + ". Nothing was taken in.");
    }
}
