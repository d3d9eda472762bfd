package amends.gateway.access;

import amends.contracts.access.AccessState.ApiKey;
import amends.contracts.access.AccessState.LocalUser;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.identity.Identity;
import amends.gateway.directory.Directory;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// What is known about whoever calls, as it is at this moment: a session or a connection that began
/// under other rights has those of now.
@Component
public final class Callers {

    private final Directory directory;

    Callers(Directory directory) {
        this.directory = directory;
    }

    /// Who makes the call that this thread is at; empty when he is not known.
    public Optional<Identity> current() {
        return identity(SecurityContextHolder.getContext().getAuthentication());
    }

    Optional<Identity> identity(@Nullable Authentication who) {
        if (who instanceof KeyHolder key) {
            return ofKey(key.getPrincipal());
        }
        return who != null && who.getPrincipal() instanceof LocalPerson person
                ? ofUser(person)
                : Optional.empty();
    }

    private Optional<Identity> ofKey(Subject key) {
        return directory.key(key.name()).map(known -> identity(key, known));
    }

    private static Identity identity(Subject key, ApiKey known) {
        Actor actor = new Actor(Actor.Kind.INTEGRATION, new ActorName(key.name()));
        return new Identity(actor, known.roles(), known.reach());
    }

    /// A session ends with the password that it began under.
    private Optional<Identity> ofUser(LocalPerson person) {
        return directory
                .user(person.getUsername())
                .filter(known -> known.passwordSince().equals(person.passwordSince()))
                .map(known -> identity(person, known));
    }

    private static Identity identity(LocalPerson person, LocalUser known) {
        Actor actor = new Actor(Actor.Kind.AGENT, new ActorName(person.getUsername()));
        return new Identity(actor, known.roles(), known.reach());
    }
}
