package amends.gateway.access;

import amends.gateway.limit.RateLimits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Slows down guessing of passwords and of a provider's codes; stands before any is looked at.
final class LoginThrottle extends OncePerRequestFilter {

    private final RateLimits limits;

    LoginThrottle(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean form = path.equals("/login") && request.getMethod().equals("POST");
        return !form && !path.startsWith("/login/oauth2/");
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
