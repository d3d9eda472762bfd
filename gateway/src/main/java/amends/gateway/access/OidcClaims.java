package amends.gateway.access;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.identity.Identity;
import amends.contracts.name.TypedName;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Understands what an OpenID provider says about somebody.
@Component
final class OidcClaims {

    private static final String SUBJECT = "sub";

    private final OidcSettings settings;

    OidcClaims(OidcSettings settings) {
        this.settings = settings;
    }

    /// Empty when the claims name nobody.
    Optional<Identity> identity(Map<String, Object> claims) {
        return text(claims.get(settings.name()))
                .map(name -> new Actor(Actor.Kind.AGENT, new ActorName(name)))
                .or(
                        () ->
                                text(claims.get(SUBJECT))
                                        .map(
                                                name ->
                                                        new Actor(
                                                                Actor.Kind.INTEGRATION,
                                                                new ActorName(name))))
                .map(actor -> new Identity(actor, roles(claims), reach(claims)));
    }

    /// The name with the provider's host behind it, as in a mail address.
    String withIssuer(String name) {
        URI issuer = URI.create(settings.issuer());
        String host = "@" + Objects.requireNonNullElse(issuer.getHost(), issuer.getAuthority());
        int room = Math.max(1, TypedName.LONGEST - host.length());
        return name.substring(0, Math.min(name.length(), room))
                + host.substring(0, Math.min(host.length(), TypedName.LONGEST - 1));
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() && text.length() <= 200
                ? Optional.of(text)
                : Optional.empty();
    }

    private NavigableSet<Role> roles(Map<String, Object> claims) {
        NavigableSet<Role> roles = new TreeSet<>();
        words(claims, settings.rolesClaim())
                .map(word -> settings.roles().getOrDefault(word, word))
                .forEach(
                        word ->
                                Stream.of(Role.values())
                                        .filter(role -> role.word().equals(word))
                                        .forEach(roles::add));
        return roles;
    }

    private Reach reach(Map<String, Object> claims) {
        return new Reach(
                words(claims, settings.brandsClaim()).map(BrandName::new).toList(),
                words(claims, settings.queuesClaim()).map(QueueName::new).toList(),
                words(claims, settings.channelsClaim()).map(ChannelName::new).toList());
    }

    /// A list, or words with spaces between them.
    private static Stream<String> words(Map<String, Object> claims, String path) {
        Object claim = claims.get(path);
        Object inside = claims;
        for (String part : path.split("\\.", -1)) {
            inside = inside instanceof Map<?, ?> object ? object.get(part) : null;
        }
        return switch (claim == null ? inside : claim) {
            case Collection<?> many -> many.stream().map(String::valueOf);
            case String text -> Stream.of(text.split(" ", -1)).filter(word -> !word.isBlank());
            case null, default -> Stream.of();
        };
    }
}
