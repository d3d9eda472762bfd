package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.util.Locale;

/// Reads who acts from the header that the gateway sets: `agent:sato`.
final class ActorHeader {

    static final String NAME = "Amends-Actor";
    private static final Actor UNKNOWN = new Actor(Actor.Kind.INTEGRATION, new ActorName("direct"));

    private ActorHeader() {}

    static Actor read(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return UNKNOWN;
        }
        int colon = header.indexOf(':');
        try {
            return new Actor(
                    Actor.Kind.valueOf(
                            header.substring(0, Math.max(colon, 0)).toUpperCase(Locale.ROOT)),
                    new ActorName(header.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST, NAME + " is written kind:name, for example agent:sato");
        }
    }
}
