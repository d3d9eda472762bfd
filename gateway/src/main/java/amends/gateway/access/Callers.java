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
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// What is known about whoever calls, as it is at this moment: a session that began under other
/// rights has those of now. What an OpenID provider said stays as he said it, until session or
/// token end.
@Component
public final class Callers {

    private final Directory directory;
    private final OidcClaims claims;

    Callers(Directory directory, OidcClaims claims) {
        this.directory = directory;
        this.claims = claims;
    }

    /// Who makes the call that this thread is at; empty when he is not known.
    public Optional<Identity> current() {
        return identity(SecurityContextHolder.getContext().getAuthentication());
    }

    Optional<Identity> identity(@Nullable Authentication who) {
        return switch (who == null ? null : who.getPrincipal()) {
            case Subject key -> ofKey(key);
            case LocalPerson person -> ofUser(person);
            case OidcUser person -> claims.identity(person.getClaims()).map(this::apart);
            case Jwt token -> claims.identity(token.getClaims()).map(this::apart);
            case null, default -> Optional.empty();
        };
    }

    /// Whoever is called like a user or key of ours is somebody else, and his name says so.
    private Identity apart(Identity told) {
        String name = told.actor().name().value();
        boolean taken =
                told.actor().isAgent()
                        ? directory.user(name).isPresent()
                        : directory.key(name).isPresent();
        if (!taken) {
            return told;
        }
        ActorName apart = new ActorName(claims.withIssuer(name));
        return new Identity(new Actor(told.actor().kind(), apart), told.roles(), told.reach());
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
