package amends.gateway.access;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.identity.Identity;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Set;

/// Who one is.
@RestController
final class SessionController {

    /// @param user name of the user or key
    record Session(String user, Set<Role> roles, Reach reach) {}

    private final Callers callers;

    SessionController(Callers callers) {
        this.callers = callers;
    }

    @GetMapping("/api/session")
    Session session() {
        Identity who = callers.current().orElseThrow();
        return new Session(who.actor().name().value(), who.roles(), who.reach());
    }
}
