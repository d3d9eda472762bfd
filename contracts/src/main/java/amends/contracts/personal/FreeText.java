package amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Words that a person wrote or said. They may contain anything, so they count as personal.
public record FreeText(String value) implements Personal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FreeText {}

    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return Personal.hidden(this);
    }
}
