package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.wire.Wire;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.EventChannel;
import amends.intake.channel.EventForms;
import amends.intake.channel.Fault;
import amends.intake.publish.Reception;
import amends.intake.publish.Reception.Pending;
import amends.intake.publish.Taken;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// CloudEvents over HTTP: the Content-Type tells structured and batch mode, everything else is
/// binary mode.
@RestController
class EventController {

    private static final MediaTypeName EVENT = new MediaTypeName("application/cloudevents+json");
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String ANY_EVENT = "application/cloudevents";

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
        String contentType = request.getContentType();
        String type =
                contentType == null
                        ? ""
                        : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.startsWith(ANY_EVENT) && !type.equals(STRUCTURED) && !type.equals(BATCH)) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "CloudEvents are read in JSON: use " + STRUCTURED + " or " + BATCH);
        }
        Channel sender = Senders.scope(request).over(channel);
        return bodies.with(
                request,
                body -> {
                    webhooks.check(actor, request, body);
                    return switch (type) {
                        case BATCH -> batch(sender, source, body);
                        case STRUCTURED -> one(sender, source, body);
                        default ->
                                one(
                                        sender,
                                        source,
                                        EventForms.structured(headers(request), contentType, body));
                    };
                });
    }

    private ResponseEntity<Receipt> one(Channel sender, SourceName source, byte[] event) {
        return Receipt.answer(reception.take(sender, arrival(source, event)));
    }

    private ResponseEntity<List<Receipt>> batch(Channel sender, SourceName source, byte[] body) {
        List<Pending> pending =
                items(body)
                        .valueStream()
                        .map(event -> reception.begin(sender, arrival(source, Wire.write(event))))
                        .toList();
        pending.forEach(reception::await);
        boolean all = pending.stream().noneMatch(item -> item.taken() instanceof Taken.Refused);
        return ResponseEntity.status(all ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS)
                .body(pending.stream().map(item -> Receipt.of(item.taken())).toList());
    }

    private static JsonNode items(byte[] body) {
        try {
            JsonNode events = Wire.mapper().readTree(body);
            if (events.isArray()) {
                return events;
            }
        } catch (JacksonException e) {
            throw notABatch("Not readable as JSON");
        }
        throw notABatch("Not a JSON array");
    }

    private static Refusal notABatch(String why) {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "A batch is a JSON array of CloudEvents. Nothing was taken in.",
                List.of(new Fault(why, "")));
    }

    private Arrival arrival(SourceName source, byte[] event) {
        return new Arrival(source, null, null, EVENT, event, clock.instant());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }
}
