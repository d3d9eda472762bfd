package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Fault;
import amends.intake.channel.LineChannel;
import amends.intake.channel.PostedChannel;
import amends.intake.publish.Reception;
import amends.intake.publish.Reception.Pending;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/// The webhook of the LINE Messaging API. LINE has no key of ours: its signature is the permission.
/// A delivery is answered when all of its events are durable; one that is not is delivered again.
@RestController
class LineController {

    private final LineChannel channel;
    private final Reception reception;
    private final OpenBodies bodies;
    private final OpenSettings settings;
    private final InstantSource clock;

    LineController(
            LineChannel channel,
            Reception reception,
            OpenBodies bodies,
            OpenSettings settings,
            InstantSource clock) {
        this.channel = channel;
        this.reception = reception;
        this.bodies = bodies;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param account as the secret of its channel is named in the configuration
    @PostMapping(path = "/line/{account}", consumes = PostedChannel.JSON)
    ResponseEntity<List<Receipt>> deliver(@PathVariable String account, HttpServletRequest request)
            throws IOException {
        String secret = settings.lineSecrets().get(account);
        if (secret == null || secret.isBlank()) {
            throw new Refusal(HttpStatus.NOT_FOUND, "No LINE channel of this name is connected.");
        }
        SourceName source = new SourceName("line:" + account);
        return bodies.with(
                request,
                source.value(),
                body -> {
                    String signature = request.getHeader(LineSignature.HEADER);
                    if (!LineSignature.isRight(signature, secret, body)) {
                        throw new Refusal(
                                HttpStatus.UNAUTHORIZED,
                                LineSignature.HEADER + " is not right. Nothing was taken in.");
                    }
                    return ResponseEntity.ok(taken(source, body));
                },
                (why, _) -> {
                    throw why;
                });
    }

    private List<Receipt> taken(SourceName source, byte[] delivery) {
        List<Pending> pending =
                LineChannel.events(delivery).orElseThrow(LineController::noDelivery).stream()
                        .map(event -> begin(arrival(source, event)))
                        .toList();
        pending.forEach(reception::await);
        return pending.stream().map(each -> Receipt.of(each.taken())).toList();
    }

    private Pending begin(Arrival event) {
        return reception.begin(channel, event, channel.delivered(event));
    }

    private static Refusal noDelivery() {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "Nothing was taken in.",
                List.of(new Fault("events must be an array", "/events")));
    }

    private Arrival arrival(SourceName source, byte[] event) {
        return new Arrival(
                source, null, null, new MediaTypeName(PostedChannel.JSON), event, clock.instant());
    }
}
