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
/// words (60 bits, or 64).
public record Fingerprint(String value) {

    private static final int LENGTH = 12;
    private static final char LAST_ASCII = 0x7f;
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long SPREAD = 0xff51afd7ed558ccdL;

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
    /// difference. Every contact pays for it, hence no digest but one pass (FNV-1a, spread).
    static Fingerprint ofWords(ContactContent contact) {
        FreeText subject = contact.subject();
        long words = subject == null ? SEED : with(SEED, subject.value());
        words = with((words ^ '\n') * PRIME, contact.text().value());
        words = (words ^ words >>> 33) * SPREAD;
        return new Fingerprint(Long.toUnsignedString(words ^ words >>> 29, Character.MAX_RADIX));
    }

    private static long with(long before, String text) {
        long words = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII) {
                return withFolded(before, Normalizer.normalize(text, Normalizer.Form.NFKC));
            }
            words = c <= ' ' ? words : (words ^ c) * PRIME;
        }
        return words;
    }

    private static long withFolded(long before, String text) {
        long words = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            words = c <= ' ' || Character.isWhitespace(c) ? words : (words ^ c) * PRIME;
        }
        return words;
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
