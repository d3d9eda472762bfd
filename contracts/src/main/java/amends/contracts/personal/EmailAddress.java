package amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A mail address in normal form: no display name, domain in lower-case ASCII.
public record EmailAddress(String value) implements Personal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {}

    @Override
    public String toString() {
        return Personal.hidden(this);
    }
}
