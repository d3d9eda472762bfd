package amends.intake.web;

import amends.contracts.contact.SourceName;
import amends.contracts.wire.Wire;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.EventChannel;
import amends.intake.channel.EventFormat;
import amends.intake.channel.EventForms;
import amends.intake.channel.Fault;
import amends.intake.channel.UnfitEvent;
import amends.intake.publish.Reception;
import amends.intake.publish.Reception.Pending;
import amends.intake.publish.Taken;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CloudEvents over HTTP: the Content-Type tells structured and batch mode and their format,
/// everything else is binary mode.
@RestController
class EventController {

    private final EventChannel channel;
    private final Reception reception;
    private final Bodies bodies;
    private final Webhooks webhooks;
    private final InstantSource clock;

    EventController(
            EventChannel channel,
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

    @PostMapping("/events")
    ResponseEntity<?> events(
            HttpServletRequest request,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor)
            throws IOException {
        SourceName source = Sources.of(actor, Sources.DIRECT);
        String told = request.getContentType();
        String type = told == null ? "" : told;
        Optional<EventFormat> single = EventFormat.ofSingle(type);
        Optional<EventFormat> batch = EventFormat.ofBatch(type);
        if (EventFormat.isAny(type) && single.isEmpty() && batch.isEmpty()) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "CloudEvents are read as application/cloudevents+json, +xml or +protobuf, and"
                        + " in batches as application/cloudevents-batch+json, +xml or +protobuf.");
        }
        Channel sender = Senders.scope(request).over(channel);
        return bodies.with(
                request,
                body -> {
                    webhooks.check(actor, request, body);
                    if (batch.isPresent()) {
                        return batch(sender, source, batch.get(), body);
                    }
                    return single.isPresent()
                            ? one(sender, arrival(source, single.get(), body))
                            : one(sender, arrival(source, binary(request, told, body)));
                });
    }

    private static byte[] binary(
            HttpServletRequest request, @Nullable String contentType, byte[] body) {
        return EventForms.structured(headers(request), contentType, body);
    }

    private ResponseEntity<Receipt> one(Channel sender, Arrival event) {
        return Receipt.answer(reception.take(sender, event));
    }

    private ResponseEntity<List<Receipt>> batch(
            Channel sender, SourceName source, EventFormat format, byte[] body) {
        List<Pending> pending =
                items(format, body).stream()
                        .map(event -> reception.begin(sender, arrival(source, Wire.write(event))))
                        .toList();
        pending.forEach(reception::await);
        boolean all = pending.stream().noneMatch(item -> item.taken() instanceof Taken.Refused);
        return ResponseEntity.status(all ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS)
                .body(pending.stream().map(item -> Receipt.of(item.taken())).toList());
    }

    private static List<? extends JsonNode> items(EventFormat format, byte[] body) {
        try {
            return format.batch(body);
        } catch (UnfitEvent e) {
            throw notABatch(String.valueOf(e.getMessage()));
        }
    }

    private static Refusal notABatch(String why) {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "A batch holds CloudEvents, in JSON as an array. Nothing was taken in.",
                List.of(new Fault(why, "")));
    }

    private Arrival arrival(SourceName source, byte[] event) {
        return arrival(source, EventFormat.JSON, event);
    }

    private Arrival arrival(SourceName source, EventFormat format, byte[] event) {
        return new Arrival(source, null, null, format.mediaType(), event, clock.instant());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }
}
