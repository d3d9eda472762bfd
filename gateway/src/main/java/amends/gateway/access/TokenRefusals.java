package amends.gateway.access;

import amends.contracts.access.SignInWay;
import amends.gateway.limit.RateLimits;
import amends.gateway.problem.Problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;

import java.io.IOException;

/// Says no to tokens that are not good. Guessing is slowed down per address.
final class TokenRefusals implements AuthenticationEntryPoint {

    private final RateLimits limits;
    private final SignInTrail trail;

    TokenRefusals(RateLimits limits, SignInTrail trail) {
        this.limits = limits;
        this.trail = trail;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (limits.refuse(limits.failure(request), request, response)) {
            return;
        }
        trail.refused(SignInWay.BEARER_TOKEN, request);
        if (why instanceof InvalidBearerTokenException) {
            Challenge.invalidToken(response, "Not signed by the provider, over, or not for us");
            Problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "This token is not good: it must be signed by the OpenID provider, still be"
                            + " valid, and name this platform as its audience.");
        } else {
            Problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The OpenID provider cannot be asked at the moment. Try again.");
        }
    }
}
