package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.partner.PartnerChannel;
import amends.intake.publish.Reception;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.InstantSource;

/// Webhooks of partner systems in their own JSON, read by a mapping.
@RestController
class PartnerController {

    private static final MediaTypeName JSON = new MediaTypeName(MediaType.APPLICATION_JSON_VALUE);

    private final PartnerChannel channel;
    private final Reception reception;
    private final Bodies bodies;
    private final Webhooks webhooks;
    private final InstantSource clock;

    PartnerController(
            PartnerChannel channel,
            Reception reception,
            Bodies bodies,
            Webhooks webhooks,
            InstantSource clock) {
        this.channel = channel;
        this.reception = reception;
        this.bodies = bodies;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @PostMapping(path = "/partners/{mapping}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> push(
            HttpServletRequest request,
            @PathVariable String mapping,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor)
            throws IOException {
        if (!channel.mappings().contains(mapping)) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "There is no mapping of this name. Use one of " + channel.mappings() + ".");
        }
        SourceName source = Sources.of(actor, Sources.DIRECT);
        Channel sender = Senders.scope(request).over(channel);
        String told = request.getHeader(StandardWebhook.ID);
        return bodies.with(
                request,
                body -> {
                    webhooks.check(actor, request, body);
                    return Receipt.answer(
                            reception.take(
                                    sender,
                                    new Arrival(
                                            source,
                                            told,
                                            new PolicyName(mapping),
                                            JSON,
                                            body,
                                            clock.instant())));
                });
    }
}
