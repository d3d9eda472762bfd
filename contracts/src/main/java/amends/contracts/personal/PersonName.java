package amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;

public record PersonName(String value) implements Personal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonName {}

    @Override
    public String toString() {
        return Personal.hidden(this);
    }
}
