package amends.gateway.access;

import amends.contracts.identity.RequestPath;
import amends.gateway.limit.RateLimits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/// Slows down guessing of passwords and of a provider's codes, and beginnings without an end;
/// stands before any is looked at. Whoever gets in has not guessed, so a whole shift may sign in
/// from one address.
final class LoginThrottle extends OncePerRequestFilter {

    private static final String KNOWN = LoginThrottle.class.getName();

    private final RateLimits limits;

    LoginThrottle(RateLimits limits) {
        this.limits = limits;
    }

    /// The one whose attempt this was got in.
    static void succeeded(HttpServletRequest request) {
        request.setAttribute(KNOWN, true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isForm(request) && !isCode(request) && !isBeginning(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!limits.refuse(attempt(request), request, response)) {
            chain.doFilter(request, response);
            if (request.getAttribute(KNOWN) != null) {
                takeBack(request);
            }
        }
    }

    private Duration attempt(HttpServletRequest request) {
        if (isBeginning(request)) {
            return limits.address(request);
        }
        Duration wait = limits.signIn(request);
        return wait.isZero() && isForm(request) ? limits.signInAs(name(request)) : wait;
    }

    private void takeBack(HttpServletRequest request) {
        limits.signedIn(request);
        if (isForm(request)) {
            limits.signedInAs(name(request));
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return RequestPath.of(request).equals("/login") && request.getMethod().equals("POST");
    }

    private static boolean isCode(HttpServletRequest request) {
        return RequestPath.of(request).startsWith("/login/oauth2/");
    }

    private static boolean isBeginning(HttpServletRequest request) {
        return RequestPath.of(request).startsWith("/oauth2/authorization/");
    }

    /// As it is looked up later, so that nobody gets around it by blanks.
    private static String name(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("username"), "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
