package amends.workflow.complaint;

import amends.contracts.name.Crockford;
import amends.contracts.wire.Wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.nio.charset.StandardCharsets;

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

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
