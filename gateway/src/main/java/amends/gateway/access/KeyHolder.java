package amends.gateway.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.util.List;

/// Somebody who showed a valid API key; the key's name is also the role.
final class KeyHolder extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String keyName;

    KeyHolder(String keyName) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + keyName)));
        this.keyName = keyName;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getPrincipal() {
        return keyName;
    }
}
