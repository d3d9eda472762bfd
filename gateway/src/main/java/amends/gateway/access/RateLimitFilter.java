package amends.gateway.access;

import amends.contracts.identity.RequestPath;
import amends.gateway.limit.RateLimits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Duration;

/// Counts requests by whoever makes them; stands behind authentication.
final class RateLimitFilter extends OncePerRequestFilter {

    /// What people fill in by hand, and programs would fill in without end.
    private static final String FORM = "/api/intake/form";

    private final RateLimits limits;

    RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!limits.refuse(
                wait(request, SecurityContextHolder.getContext().getAuthentication()),
                request,
                response)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && RequestPath.of(request).equals(FORM);
    }

    private Duration wait(HttpServletRequest request, @Nullable Authentication who) {
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            return isForm(request) ? limits.form(request) : limits.address(request);
        }
        return who instanceof KeyHolder key
                ? limits.key(key.getName())
                : limits.user(who.getName());
    }
}
