package amends.contracts.identity;

import jakarta.servlet.http.HttpServletRequest;

/// The path of a request as controllers and routes are found by it: what is written with percent
/// signs is not another path. Whoever decides by the path has to go by this one.
public final class RequestPath {

    private RequestPath() {}

    public static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
