package amends.gateway.access;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/// What a refusal tells programs by RFC 6750.
final class Challenge {

    private static final String BEARER = "Bearer realm=\"amends\"";

    private Challenge() {}

    /// Nothing was shown.
    static void nothingShown(HttpServletResponse response) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
    }

    static void invalidToken(HttpServletResponse response, String why) {
        error(response, "invalid_token", why);
    }

    static void insufficientScope(HttpServletResponse response, String why) {
        error(response, "insufficient_scope", why);
    }

    private static void error(HttpServletResponse response, String error, String why) {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                BEARER + ", error=\"" + error + "\", error_description=\"" + why + "\"");
    }
}
