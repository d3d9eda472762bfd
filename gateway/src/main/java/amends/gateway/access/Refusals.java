package amends.gateway.access;

import amends.contracts.identity.RequestPath;
import amends.gateway.access.Door.OutOfReach;
import amends.gateway.problem.Problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import java.io.IOException;

/// How the gateway says no: with a problem document, or, to somebody who opens the console, with
/// the log-in page.
final class Refusals
        implements AuthenticationEntryPoint,
                AccessDeniedHandler,
                AuthenticationFailureHandler,
                RequestRejectedHandler {

    private final SignInTrail trail;

    Refusals(SignInTrail trail) {
        this.trail = trail;
    }

    /// Nobody known.
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (RequestPath.of(request).equals("/")) {
            response.sendRedirect("/login");
        } else {
            Challenge.nothingShown(response);
            Problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Log in at /login, or send an API key in the header X-API-Key.");
        }
    }

    /// Known, but not allowed.
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (nobody && !RequestPath.of(request).equals("/login")) {
            commence(request, response, new InsufficientAuthenticationException("no session"));
            return;
        }
        if (!(why instanceof CsrfException)) {
            Challenge.insufficientScope(response, "Not among the rights of this caller");
        }
        Problems.write(request, response, HttpStatus.FORBIDDEN, reason(why));
    }

    private static String reason(AccessDeniedException why) {
        if (why instanceof CsrfException) {
            return "The header X-XSRF-TOKEN must repeat the cookie XSRF-TOKEN. Reload the page and"
                    + " try again.";
        }
        return why instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof OutOfReach beyond
                ? beyond.reason()
                : "You are known, but this is not among your rights. Ask an administrator, or use a"
                        + " key that has them.";
    }

    /// Dots, backslashes and the like, of which no path here has any.
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        Problems.write(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "The path contains what no path here has, for example an encoded slash or a"
                        + " semicolon.");
    }

    /// Wrong user or password.
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        trail.passwordRefused(request.getParameter("username"), request);
        Problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "User or password is wrong. Those of the first start stand under console in"
                        + " credentials.json.");
    }
}
