package amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A phone number in E.164 form, for example `+81312345678`.
public record PhoneNumber(String value) implements Personal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhoneNumber {}

    @Override
    public String toString() {
        return Personal.hidden(this);
    }
}
