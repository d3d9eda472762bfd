package amends.workflow.complaint;

import amends.contracts.contact.ContactContent;
import amends.contracts.name.Crockford;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.Wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// Stands for words that were said, so that a repeated command is recognised without keeping the
/// words (60 bits).
public record Fingerprint(String value) {

    private static final int LENGTH = 12;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fingerprint {}

    static Fingerprint of(Object... said) {
        String[] parts = new String[said.length];
        for (int i = 0; i < said.length; i++) {
            parts[i] = new String(Wire.write(said[i]), StandardCharsets.UTF_8);
        }
        return new Fingerprint(Crockford.hash(LENGTH, parts));
    }

    /// Of what a contact says, however it is set: white space, and full or half width, make no
    /// difference.
    static Fingerprint ofWords(ContactContent contact) {
        FreeText subject = contact.subject();
        return new Fingerprint(
                Crockford.hash(
                        LENGTH,
                        subject == null ? "" : bare(subject.value()),
                        bare(contact.text().value())));
    }

    private static String bare(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder bare = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isWhitespace(c)) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
