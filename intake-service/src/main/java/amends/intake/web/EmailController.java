package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.EmailChannel;
import amends.intake.publish.Floods;
import amends.intake.publish.Reception;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.InstantSource;

/// Mails as they travel.
@RestController
class EmailController {

    private static final String RFC822 = "message/rfc822";

    private final Channel channel;
    private final Reception reception;
    private final Bodies bodies;
    private final Webhooks webhooks;
    private final InstantSource clock;

    EmailController(
            EmailChannel channel,
            Floods floods,
            Reception reception,
            Bodies bodies,
            Webhooks webhooks,
            InstantSource clock) {
        this.channel = floods.within(channel);
        this.reception = reception;
        this.bodies = bodies;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @PostMapping(path = "/email", consumes = RFC822)
    ResponseEntity<Receipt> mail(
            HttpServletRequest request,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor,
            @RequestParam(required = false) @Nullable String source)
            throws IOException {
        Channel sender = Senders.scope(request).over(channel);
        return bodies.with(
                request,
                body -> {
                    webhooks.check(actor, request, body);
                    return Receipt.answer(reception.take(sender, arrival(source, body)));
                });
    }

    private Arrival arrival(@Nullable String source, byte[] mail) {
        return new Arrival(
                Sources.of(source, EmailChannel.MAIL.value()),
                null,
                null,
                new MediaTypeName(RFC822),
                mail,
                clock.instant());
    }
}
