package amends.gateway.access;

import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentityKeys;
import amends.contracts.identity.IdentitySigner;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

import java.time.InstantSource;
import java.util.Locale;

/// Tells the services who calls, signed, and keeps back what is meant for the gateway alone.
/// Headers that speak of identity are never taken from outside.
@Component
public final class IdentityHeader implements RequestHttpHeadersFilter {

    private static final String OURS = "amends-";

    /// Where the call comes from: callers without a key are told apart by it.
    private static final String ADDRESS = "Amends-Address";

    private final Callers callers;
    private final IdentitySigner signer;
    private final InstantSource clock;

    IdentityHeader(Callers callers, AccessSettings settings, InstantSource clock) {
        this.callers = callers;
        this.signer = new IdentitySigner(IdentityKeys.privateKey(settings.identityKey()));
        this.clock = clock;
    }

    @Override
    public HttpHeaders apply(HttpHeaders outside, ServerRequest request) {
        HttpHeaders inside = new HttpHeaders();
        outside.forEach(
                (name, values) -> {
                    if (passes(name.toLowerCase(Locale.ROOT))) {
                        inside.addAll(name, values);
                    }
                });
        Identity who = callers.current().orElseGet(Identity::anybody);
        inside.set(IdentitySigner.HEADER, signer.token(who, clock.instant()));
        inside.set(ADDRESS, request.servletRequest().getRemoteAddr());
        return inside;
    }

    private static boolean passes(String name) {
        return !name.startsWith(OURS)
                && switch (name) {
                    case "cookie", "authorization", "x-api-key", "x-xsrf-token" -> false;
                    default -> true;
                };
    }
}
