package amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The customer's account at a service, written `service:account`, for example `line:U4af49806`.
public record AccountHandle(String value) implements Personal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountHandle {}

    @Override
    public String toString() {
        return Personal.hidden(this);
    }
}
