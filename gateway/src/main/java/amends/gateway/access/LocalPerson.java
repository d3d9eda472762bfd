package amends.gateway.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Somebody who signs in with a password. What he may do is looked up at each call, therefore no
/// rights are kept here.
final class LocalPerson extends User {

    private static final long serialVersionUID = 1L;

    private final Instant passwordSince;

    LocalPerson(String name, String passwordHash, Instant passwordSince) {
        super(name, passwordHash, List.of());
        this.passwordSince = passwordSince;
    }

    Instant passwordSince() {
        return passwordSince;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocalPerson person
                && super.equals(other)
                && passwordSince.equals(person.passwordSince);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), passwordSince);
    }
}
