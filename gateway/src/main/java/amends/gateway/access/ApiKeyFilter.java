package amends.gateway.access;

import amends.gateway.limit.RateLimits;
import amends.gateway.problem.Problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;

/// Recognises integrations by their key. Guessing is slowed down per address.
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final RateLimits limits;

    ApiKeyFilter(ApiKeys keys, RateLimits limits) {
        this.keys = keys;
        this.limits = limits;
    }

    static boolean hasKey(HttpServletRequest request) {
        return keyIn(request) != null;
    }

    private static @Nullable String keyIn(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key != null) {
            return key;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = keyIn(request);
        Optional<String> name = key == null ? Optional.empty() : keys.nameOf(key);
        if (name.isPresent()) {
            SecurityContextHolder.getContext().setAuthentication(new KeyHolder(name.get()));
            chain.doFilter(request, response);
        } else if (limits.refuse(limits.failure(request), request, response)) {
            return;
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"amends\"");
            Problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "This API key is not known. Use one of those under apiKeys in"
                            + " credentials.json.");
        }
    }

    /// An asynchronous or error dispatch has no context of its own.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
