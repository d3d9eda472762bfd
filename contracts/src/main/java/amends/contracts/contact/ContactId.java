package amends.contracts.contact;

import amends.contracts.name.Crockford;
import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// One inbound communication. Derived from its source and the source's own id, so that a retry, a
/// second fetch or a repeated import of the same thing leads to the same id.
public record ContactId(String value) implements TypedName {

    private static final int LENGTH = 26;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContactId {
        TypedName.checked(value);
    }

    public static ContactId derive(SourceName source, String idAtSource) {
        return new ContactId(Crockford.hash(LENGTH, "contact", source.value(), idAtSource));
    }

    /// Of what came under a known id with other words, which `words` stand for.
    public static ContactId derive(ContactId cameAs, String words) {
        return new ContactId(Crockford.hash(LENGTH, "other words", cameAs.value(), words));
    }

    @Override
    public String toString() {
        return value;
    }
}
