package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.ComplaintChannel;
import amends.intake.normalise.Hashes;
import amends.intake.publish.Reception;
import amends.intake.publish.Taken;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.InstantSource;

/// Complaints in canonical JSON.
@RestController
class ComplaintController {

    private static final MediaTypeName JSON = new MediaTypeName(MediaType.APPLICATION_JSON_VALUE);
    private static final int LONGEST_KEY = 255;

    private final ComplaintChannel channel;
    private final Reception reception;
    private final Bodies bodies;
    private final IdempotencyKeys keys;
    private final Webhooks webhooks;
    private final InstantSource clock;

    ComplaintController(
            ComplaintChannel channel,
            Reception reception,
            Bodies bodies,
            IdempotencyKeys keys,
            Webhooks webhooks,
            InstantSource clock) {
        this.channel = channel;
        this.reception = reception;
        this.bodies = bodies;
        this.keys = keys;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @PostMapping(path = "/complaints", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> submit(
            HttpServletRequest request,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        SourceName source = Sources.of(actor, Sources.DIRECT);
        Channel sender = Senders.scope(request).over(channel);
        String told = key == null ? request.getHeader(StandardWebhook.ID) : key;
        return bodies.with(
                request,
                body -> {
                    webhooks.check(actor, request, body);
                    return Receipt.answer(taken(sender, source, told, body));
                });
    }

    private Taken taken(Channel sender, SourceName source, @Nullable String key, byte[] body) {
        Arrival arrival = new Arrival(source, key, null, JSON, body, clock.instant());
        if (key == null) {
            return reception.take(sender, arrival);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "An Idempotency-Key needs 1 to " + LONGEST_KEY + " characters.");
        }
        try (IdempotencyKeys.Claim claim = keys.claim(source, key, Hashes.of(body))) {
            Taken taken = reception.take(sender, arrival);
            if (!(taken instanceof Taken.Refused)) {
                claim.done();
            }
            return taken;
        }
    }
}
