package amends.intake.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.contact.SourceName;
import amends.contracts.name.TypedName;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.util.Locale;

/// Where requests come from when they don't say: whoever the gateway let in.
final class Sources {

    static final String ACTOR = "Amends-Actor";
    static final String DIRECT = "integration:direct";

    private Sources() {}

    static SourceName of(@Nullable String told, String otherwise) {
        if (told == null || told.isBlank()) {
            return new SourceName(otherwise);
        }
        if (told.length() > TypedName.LONGEST) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "source needs 1 to " + TypedName.LONGEST + " characters");
        }
        return new SourceName(told);
    }

    /// Who acts, as the gateway tells it: `kind:name`.
    static Actor actor(String header) {
        String[] parts = header.split(":", 2);
        try {
            return new Actor(
                    Actor.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    new ActorName(parts[parts.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "The actor header is not of the form kind:name.");
        }
    }
}
