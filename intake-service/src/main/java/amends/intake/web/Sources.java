package amends.intake.web;

import amends.contracts.contact.SourceName;
import amends.contracts.name.TypedName;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

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
}
