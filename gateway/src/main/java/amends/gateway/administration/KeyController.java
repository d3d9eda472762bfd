package amends.gateway.administration;

import amends.contracts.access.AccessState.AccessRemoved;
import amends.contracts.access.AccessState.ApiKey;
import amends.contracts.access.AuditEvent;
import amends.contracts.access.AuditEvent.KeyCreated;
import amends.contracts.access.AuditEvent.KeyRevoked;
import amends.contracts.access.AuditEvent.KeyRotated;
import amends.contracts.access.AuditEvent.RightsChanged;
import amends.contracts.access.KeySecret;
import amends.contracts.access.Reach;
import amends.contracts.access.RecordedAccess;
import amends.contracts.access.Role;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;
import amends.gateway.directory.Directory;
import amends.gateway.directory.KeyUses;
import amends.gateway.directory.Secrets;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// API keys. A secret is told once, when it is made.
@RestController
@RequestMapping("/api/access/keys")
final class KeyController {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    /// One of the secrets of a key, without the secret.
    ///
    /// @param until when it ends; absent: it does not
    record SecretAnswer(Instant createdAt, @Nullable Instant until) {}

    /// A key as it is now.
    ///
    /// @param secrets two while it is being rotated
    /// @param lastUsed absent: never
    record KeyAnswer(
            String name,
            SortedSet<Role> roles,
            Reach reach,
            List<SecretAnswer> secrets,
            @Nullable Instant lastUsed,
            Instant changedAt,
            Actor changedBy) {}

    /// All of them, by name.
    record KeyList(List<KeyAnswer> items) {}

    /// What a key shall be.
    ///
    /// @param reach absent: everything
    record KeyRequest(SortedSet<Role> roles, @Nullable Reach reach) {
        KeyRequest {
            roles = new TreeSet<>(roles);
        }
    }

    /// How long the former secret is still good.
    ///
    /// @param overlap absent: it ends at once
    record RotationRequest(@Nullable Duration overlap) {}

    /// A key and, if it was made now, its secret, which is not told again.
    ///
    /// @param secret absent: none was made
    /// @param formerUntil when the secret before ends
    record MadeKey(String name, @Nullable String secret, @Nullable Instant formerUntil) {}

    private final Directory directory;
    private final KeyUses uses;
    private final Changes changes;

    KeyController(Directory directory, KeyUses uses, Changes changes) {
        this.directory = directory;
        this.uses = uses;
        this.changes = changes;
    }

    @GetMapping
    KeyList keys() {
        return new KeyList(directory.keys().stream().map(this::answer).toList());
    }

    private KeyAnswer answer(RecordedAccess record) {
        ApiKey key = (ApiKey) record.state();
        Instant now = changes.now();
        return new KeyAnswer(
                record.subject().name(),
                key.roles(),
                key.reach(),
                key.secrets().stream()
                        .filter(each -> each.isValid(now))
                        .map(each -> new SecretAnswer(each.createdAt(), each.until()))
                        .toList(),
                uses.last(record.subject()).orElse(null),
                record.at(),
                record.by());
    }

    /// Makes a key, or gives other rights to one that there is.
    @PutMapping("/{name}")
    MadeKey define(
            @PathVariable String name, @RequestBody KeyRequest wanted, HttpServletRequest request) {
        Names.checked(name);
        Reach reach = wanted.reach() == null ? Reach.EVERYTHING : wanted.reach();
        return changes.alone(
                () ->
                        directory
                                .key(name)
                                .map(key -> change(name, key, wanted.roles(), reach, request))
                                .orElseGet(() -> create(name, wanted.roles(), reach, request)));
    }

    private MadeKey create(
            String name, SortedSet<Role> roles, Reach reach, HttpServletRequest request) {
        String secret = Secrets.random();
        List<KeySecret> secrets = List.of(secret(secret));
        put(name, new ApiKey(secrets, roles, reach), new KeyCreated(roles, reach), request);
        return new MadeKey(name, secret, null);
    }

    private MadeKey change(
            String name,
            ApiKey before,
            SortedSet<Role> roles,
            Reach reach,
            HttpServletRequest request) {
        put(
                name,
                new ApiKey(before.secrets(), roles, reach),
                new RightsChanged(before.roles(), roles, reach),
                request);
        return new MadeKey(name, null, null);
    }

    /// Makes another secret; the former one is good for the time of overlap.
    @PostMapping("/{name}/rotate")
    MadeKey rotate(
            @PathVariable String name,
            @RequestBody RotationRequest wanted,
            HttpServletRequest request) {
        Duration overlap = wanted.overlap() == null ? Duration.ZERO : wanted.overlap();
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    "The overlap lies between nothing and " + LONGEST_OVERLAP.toDays() + " days.");
        }
        return changes.alone(() -> rotate(name, existing(name), overlap, request));
    }

    private MadeKey rotate(
            String name, ApiKey before, Duration overlap, HttpServletRequest request) {
        Instant now = changes.now();
        Instant end = now.plus(overlap);
        String secret = Secrets.random();
        List<KeySecret> secrets =
                Stream.concat(
                                before.secrets().stream().map(each -> each.ending(end)),
                                Stream.of(secret(secret)))
                        .filter(each -> each.isValid(now))
                        .toList();
        Instant formerUntil = overlap.isZero() ? null : end;
        put(
                name,
                new ApiKey(secrets, before.roles(), before.reach()),
                new KeyRotated(formerUntil),
                request);
        return new MadeKey(name, secret, formerUntil);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String name, HttpServletRequest request) {
        changes.alone(
                () -> {
                    existing(name);
                    changes.make(Subject.key(name), new AccessRemoved(), request, new KeyRevoked());
                    return name;
                });
    }

    private void put(String name, ApiKey key, AuditEvent event, HttpServletRequest request) {
        changes.make(Subject.key(name), key, request, event);
    }

    private KeySecret secret(String secret) {
        return new KeySecret(Secrets.hash(secret), changes.now(), null);
    }

    private ApiKey existing(String name) {
        return directory
                .key(name)
                .orElseThrow(
                        () -> new Refused(HttpStatus.NOT_FOUND, "There is no key " + name + "."));
    }
}
