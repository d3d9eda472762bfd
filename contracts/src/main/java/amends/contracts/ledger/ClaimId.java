package amends.contracts.ledger;

import amends.contracts.contact.SourceName;
import amends.contracts.name.Crockford;
import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.time.Instant;

/// What one source says about one span of time; said again, it replaces what was said before.
public record ClaimId(String value) implements TypedName {

    private static final int LENGTH = 26;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClaimId {
        TypedName.checked(value);
    }

    public static ClaimId derive(SourceName source, Instant from, Instant until) {
        return new ClaimId(
                Crockford.hash(LENGTH, "claim", source.value(), from.toString(), until.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
