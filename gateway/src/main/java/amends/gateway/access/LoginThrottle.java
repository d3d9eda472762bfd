package amends.gateway.access;

import amends.contracts.identity.RequestPath;
import amends.gateway.limit.RateLimits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Slows down guessing of passwords and of a provider's codes, and beginnings without an end;
/// stands before any is looked at.
final class LoginThrottle extends OncePerRequestFilter {

    private final RateLimits limits;

    LoginThrottle(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = RequestPath.of(request);
        boolean form = path.equals("/login") && request.getMethod().equals("POST");
        return !form
                && !path.startsWith("/login/oauth2/")
                && !path.startsWith("/oauth2/authorization/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!limits.refuse(limits.failure(request), request, response)) {
            chain.doFilter(request, response);
        }
    }
}
