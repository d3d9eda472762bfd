package amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.Base64;

/// Bytes exactly as they came in, held as Base64 so that equality and JSON are those of a string.
public record RawContent(String value) implements Personal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RawContent {}

    public static RawContent of(byte[] bytes) {
        return new RawContent(Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] bytes() {
        return Base64.getDecoder().decode(value);
    }

    @Override
    public String toString() {
        return Personal.hidden(this);
    }
}
