package amends.gateway.access;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

import java.util.Locale;

/// Tells the services who acts, and keeps back what is meant for the gateway alone. Headers that
/// speak of identity are never taken from outside.
@Component
final class ActorHeader implements RequestHttpHeadersFilter {

    static final String NAME = "Amends-Actor";
    private static final String OURS = "amends-";

    @Override
    public HttpHeaders apply(HttpHeaders outside, ServerRequest request) {
        HttpHeaders inside = new HttpHeaders();
        outside.forEach(
                (name, values) -> {
                    if (passes(name.toLowerCase(Locale.ROOT))) {
                        inside.addAll(name, values);
                    }
                });
        inside.set(NAME, actor(SecurityContextHolder.getContext().getAuthentication()));
        return inside;
    }

    private static boolean passes(String name) {
        return !name.startsWith(OURS)
                && switch (name) {
                    case "cookie", "authorization", "x-api-key", "x-xsrf-token" -> false;
                    default -> true;
                };
    }

    private static String actor(@Nullable Authentication who) {
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            return "customer:customer";
        }
        return who instanceof KeyHolder key
                ? "integration:" + key.getPrincipal()
                : "agent:" + who.getName();
    }
}
