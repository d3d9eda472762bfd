package amends.notification.rule;

import amends.contracts.personal.FreeText;

import java.time.Instant;
import java.util.Objects;

/// What a customer was promised, and until when.
public record Promised(FreeText what, Instant due) {

    public Promised {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(due, "due");
    }
}
