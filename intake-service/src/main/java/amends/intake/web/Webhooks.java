package amends.intake.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.Map;

/// Holds senders that have a webhook secret to signing what they send, beside their key: whoever
/// steals the key alone can send nothing.
@Component
class Webhooks {

    private final Map<String, String> secrets;
    private final InstantSource clock;

    Webhooks(WebSettings settings, InstantSource clock) {
        this.secrets = settings.webhookSecrets();
        this.clock = clock;
    }

    /// @param actor as the gateway tells it: `integration:shop`
    /// @throws Refusal 401 when the sender has a secret and the body is not signed with it
    void check(String actor, HttpServletRequest request, byte[] body) {
        String secret = secrets.get(actor.substring(actor.indexOf(':') + 1));
        if (secret != null) {
            new StandardWebhook(
                            request.getHeader(StandardWebhook.ID),
                            request.getHeader(StandardWebhook.TIMESTAMP),
                            request.getHeader(StandardWebhook.SIGNATURE))
                    .fault(secret, body, clock.instant())
                    .ifPresent(Webhooks::refuse);
        }
    }

    private static void refuse(String fault) {
        throw new Refusal(
                HttpStatus.UNAUTHORIZED,
                "This sender signs by Standard Webhooks. " + fault + ". Nothing was taken in.");
    }
}
