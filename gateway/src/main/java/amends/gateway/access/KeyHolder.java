package amends.gateway.access;

import amends.contracts.access.Subject;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/// Somebody who showed a valid API key.
final class KeyHolder extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Subject key;

    KeyHolder(Subject key) {
        super(List.of());
        this.key = key;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Subject getPrincipal() {
        return key;
    }

    @Override
    public String getName() {
        return key.name();
    }
}
