package amends.gateway.access;

import amends.contracts.access.Subject;
import amends.gateway.directory.Directory;
import amends.gateway.directory.KeyUses;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Recognises integrations by their key. Guessing is slowed down per address.
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private final Directory directory;
    private final KeyUses uses;
    private final RateLimits limits;
    private final SignInTrail trail;
    private final InstantSource clock;

    ApiKeyFilter(
            Directory directory,
            KeyUses uses,
            RateLimits limits,
            SignInTrail trail,
            InstantSource clock) {
        this.directory = directory;
        this.uses = uses;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    static boolean hasKey(HttpServletRequest request) {
        return keyIn(request) != null;
    }

    /// Has the form of a token that an OpenID provider signed: three parts.
    static boolean hasToken(HttpServletRequest request) {
        String token = request.getHeader(HEADER) == null ? keyIn(request) : null;
        return token != null && token.chars().filter(each -> each == '.').count() == 2;
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
        String secret = keyIn(request);
        Instant now = clock.instant();
        Optional<Subject> key = secret == null ? Optional.empty() : directory.keyWith(secret, now);
        if (key.isPresent()) {
            uses.used(key.get(), now);
            SecurityContextHolder.getContext().setAuthentication(new KeyHolder(key.get()));
            chain.doFilter(request, response);
        } else if (limits.refuse(limits.failure(request), request, response)) {
            return;
        } else {
            trail.keyRefused(request);
            Challenge.invalidToken(response, "The key is not known, or no more");
            Problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "This API key is not known, or it was rotated or revoked. An administrator"
                        + " makes a new one; those of the first start stand in credentials.json.");
        }
    }

    /// An asynchronous or error dispatch has no context of its own.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
