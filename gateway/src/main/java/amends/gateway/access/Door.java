package amends.gateway.access;

import amends.contracts.access.Role;
import amends.contracts.identity.Identity;
import amends.contracts.identity.RequestPath;
import amends.contracts.identity.Right;
import amends.contracts.identity.Rights;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Lets in whom the table of rights lets in. What is not there at all is told to those who are
/// known by "not found", except to programs that only send.
@Component
final class Door implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<Role> SENDER = Set.of(Role.INTEGRATION);

    private final Callers callers;
    private final Rights rights = Rights.shipped();

    Door(Callers callers) {
        this.callers = callers;
    }

    /// Whether a call needs nobody to be known; how an error is shown was decided where it arose.
    boolean isOpen(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                || rights.of(request.getMethod(), RequestPath.of(request))
                        .filter(Right::anybody)
                        .isPresent();
    }

    /// Known, and with the role, but what he asks for is not told apart by what limits him.
    static final class OutOfReach extends AuthorizationDecision {

        private static final long serialVersionUID = 1;

        private final String reason;

        OutOfReach(String reason) {
            super(false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext at) {
        return callers.identity(who.get())
                .map(known -> decision(known, at.getRequest()))
                .orElseGet(() -> new AuthorizationDecision(false));
    }

    private AuthorizationDecision decision(Identity known, HttpServletRequest request) {
        String path = RequestPath.of(request);
        Optional<Right> line = rights.of(request.getMethod(), path);
        boolean nothing =
                line.isEmpty()
                        && !rights.knows(path)
                        && !(path.startsWith("/api/") && known.roles().equals(SENDER));
        boolean allowed = nothing || line.filter(right -> right.allows(known)).isPresent();
        return line.filter(right -> allowed)
                .flatMap(right -> right.apart().refusal(known.reach()))
                .<AuthorizationDecision>map(OutOfReach::new)
                .orElseGet(() -> new AuthorizationDecision(allowed));
    }
}
