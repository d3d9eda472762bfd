package amends.contracts.identity;

import amends.contracts.wire.Wire;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Stands before every service: answers only calls that carry an identity signed by the gateway,
/// and of those only what the table of rights allows. Health and metrics, which hold nothing
/// personal, are open to whoever watches the machines.
public final class IdentityFilter implements Filter {

    static final String CALLER = Identity.class.getName();
    private static final String WATCHED = "/actuator/";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final IdentityVerifier verifier;
    private final Rights rights;
    private final String prefix;
    private final InstantSource clock;

    IdentityFilter(IdentityVerifier verifier, Rights rights, String prefix, InstantSource clock) {
        this.verifier = verifier;
        this.rights = rights;
        this.prefix = prefix;
        this.clock = clock;
    }

    /// @param publicKey of the gateway, in PEM
    /// @param prefix what the gateway takes away from a path, for example `/api`
    /// @throws IllegalStateException when there is no such key: without one nobody could be
    ///   answered
    public static IdentityFilter behindGateway(Path publicKey, String prefix, InstantSource clock) {
        return new IdentityFilter(
                new IdentityVerifier(IdentityKeys.publicKey(publicKey)),
                Rights.shipped(),
                prefix,
                clock);
    }

    /// Whom the filter recognised.
    public static Identity caller(ServletRequest request) {
        return (Identity)
                Objects.requireNonNull(
                        request.getAttribute(CALLER), "the filter of identities comes first");
    }

    @Override
    public void doFilter(ServletRequest any, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) any;
        HttpServletResponse response = (HttpServletResponse) answer;
        String path = RequestPath.of(request);
        if (path.startsWith(WATCHED)) {
            chain.doFilter(request, response);
            return;
        }
        String token = request.getHeader(IdentitySigner.HEADER);
        Optional<Identity> who =
                token == null ? Optional.empty() : verifier.identity(token, clock.instant());
        if (who.isEmpty()) {
            refuse(
                    response,
                    UNAUTHORIZED,
                    "Only what comes through the gateway is answered: the header "
                            + IdentitySigner.HEADER
                            + " must hold an identity that it signed a short while ago.");
            return;
        }
        pass(new IdentifiedRequest(request, who.get()), who.get(), path, response, chain);
    }

    private void pass(
            HttpServletRequest request,
            Identity who,
            String path,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        String outside = path.startsWith("/survey/") ? path : prefix + path;
        Optional<Right> line = rights.of(request.getMethod(), outside);
        Optional<String> beyond = line.flatMap(right -> right.apart().refusal(who.reach()));
        if (line.isPresent() && line.get().allows(who)) {
            if (beyond.isEmpty()) {
                chain.doFilter(request, response);
            } else {
                refuse(response, FORBIDDEN, beyond.get());
            }
        } else if (line.isPresent() || rights.knows(outside)) {
            refuse(response, FORBIDDEN, "This is not among the rights of " + who.roles() + ".");
        } else {
            refuse(response, NOT_FOUND, "Nothing is offered here.");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(Wire.write(Map.of("status", status, "detail", detail)));
    }
}
