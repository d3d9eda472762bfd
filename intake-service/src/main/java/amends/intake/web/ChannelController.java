package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.PostedChannel;
import amends.intake.channel.Scope;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All channels whose inputs are posted one by one, under their names.
@RestController
class ChannelController {

    private final Map<String, PostedChannel> channels;
    private final Reception reception;
    private final Bodies bodies;
    private final Webhooks webhooks;
    private final InstantSource clock;

    ChannelController(
            List<PostedChannel> channels,
            Reception reception,
            Bodies bodies,
            Webhooks webhooks,
            InstantSource clock) {
        this.channels =
                channels.stream()
                        .collect(
                                Collectors.toMap(
                                        channel -> channel.name().value(),
                                        Function.identity(),
                                        (one, _) -> one,
                                        TreeMap::new));
        this.reception = reception;
        this.bodies = bodies;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @PostMapping(
            path = "/channels/{channel}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    ResponseEntity<Receipt> take(
            HttpServletRequest request,
            @PathVariable String channel,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor)
            throws IOException {
        PostedChannel posted = named(channel);
        SourceName source = Sources.of(actor, Sources.DIRECT);
        Scope scope = Senders.scope(request);
        if (posted.contactsAs().stream().noneMatch(scope.reach()::covers)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "You may send by these channels only: " + scope.reach().channels());
        }
        Channel sender = scope.over(posted);
        MediaTypeName type = mediaType(request, posted);
        return bodies.with(
                request,
                body -> {
                    webhooks.check(actor, request, body);
                    return Receipt.answer(
                            reception.take(
                                    sender,
                                    new Arrival(source, null, null, type, body, clock.instant())));
                });
    }

    private PostedChannel named(String name) {
        PostedChannel channel = channels.get(name);
        if (channel == null) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "There is no channel of this name. Use one of " + channels.keySet() + ".");
        }
        return channel;
    }

    private static MediaTypeName mediaType(HttpServletRequest request, PostedChannel channel) {
        String told = Objects.requireNonNull(request.getContentType(), "as it is consumed");
        if (!told.split(";", 2)[0].strip().equalsIgnoreCase(channel.mediaType())) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "To " + channel.name() + " send " + channel.mediaType() + ".");
        }
        return channel.mediaType().equals(PostedChannel.JSON)
                ? new MediaTypeName(PostedChannel.JSON)
                : FormBodies.mediaType(told);
    }
}
