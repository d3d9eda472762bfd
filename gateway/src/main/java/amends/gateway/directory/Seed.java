package amends.gateway.directory;

import amends.contracts.access.AccessState;
import amends.contracts.access.AccessState.ApiKey;
import amends.contracts.access.AccessState.LocalUser;
import amends.contracts.access.KeySecret;
import amends.contracts.access.PasswordHash;
import amends.contracts.access.Reach;
import amends.contracts.access.RecordedAccess;
import amends.contracts.access.Role;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Users and keys of the very first start, when nobody is known yet: those of `credentials.json`.
@Component
final class Seed {

    private static final Set<Role> PERSON =
            Set.of(Role.AGENT, Role.SUPERVISOR, Role.OPERATIONS, Role.ADMINISTRATOR);

    private final DirectorySettings settings;
    private final PasswordEncoder passwords;
    private final InstantSource clock;

    Seed(DirectorySettings settings, PasswordEncoder passwords, InstantSource clock) {
        this.settings = settings;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// @throws IllegalStateException when there is no such file
    List<RecordedAccess> records() {
        Credentials credentials = Credentials.read(settings.credentials());
        Instant now = clock.instant();
        List<RecordedAccess> records = new ArrayList<>();
        credentials
                .apiKeys()
                .forEach(
                        (name, key) -> records.add(record(Subject.key(name), key(name, key, now))));
        Credentials.Console console = credentials.console();
        PasswordHash password =
                new PasswordHash(Objects.requireNonNull(passwords.encode(console.password())));
        records.add(
                record(
                        Subject.user(console.user()),
                        new LocalUser(password, now, new TreeSet<>(PERSON), Reach.EVERYTHING)));
        return records;
    }

    private RecordedAccess record(Subject subject, AccessState state) {
        return new RecordedAccess(subject, clock.instant(), Actor.automation("first-start"), state);
    }

    private static ApiKey key(String name, String secret, Instant now) {
        SortedSet<Role> roles =
                new TreeSet<>(Set.of(name.equals("ops") ? Role.OPERATIONS : Role.INTEGRATION));
        return new ApiKey(
                List.of(new KeySecret(Secrets.hash(secret), now, null)), roles, Reach.EVERYTHING);
    }
}
