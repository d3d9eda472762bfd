package amends.gateway.directory;

import amends.contracts.access.AccessState;
import amends.contracts.access.AccessState.ApiKey;
import amends.contracts.access.AccessState.KeyUse;
import amends.contracts.access.AccessState.LocalUser;
import amends.contracts.access.AccessState.SavedViews;
import amends.contracts.access.RecordedAccess;
import amends.contracts.access.Role;
import amends.contracts.access.SavedView;
import amends.contracts.access.SecretHash;
import amends.contracts.access.Subject;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Users and keys as they are now. The latest record of each subject counts, whether it was read
/// from the topic or has just been written there.
@Component
public final class Directory {

    private record Placed(RecordedAccess record, long offset) {}

    private final Map<Subject, Placed> all = new ConcurrentHashMap<>();
    private final Map<SecretHash, Subject> keys = new ConcurrentHashMap<>();

    /// @param offset its place on the topic; what stands before what is known already is old news
    void learn(RecordedAccess record, long offset) {
        if (record.state() instanceof ApiKey key) {
            key.secrets().forEach(secret -> keys.put(secret.hash(), record.subject()));
        }
        all.merge(
                record.subject(),
                new Placed(record, offset),
                (known, told) -> told.offset() >= known.offset() ? told : known);
    }

    /// Nothing has ever been on the topic.
    boolean isNew() {
        return all.isEmpty();
    }

    public Optional<LocalUser> user(String name) {
        return state(Subject.user(name), LocalUser.class);
    }

    public Optional<ApiKey> key(String name) {
        return state(Subject.key(name), ApiKey.class);
    }

    /// The key that a secret belongs to, if it is still good.
    public Optional<Subject> keyWith(String secret, Instant now) {
        SecretHash hash = Secrets.hash(secret);
        return Optional.ofNullable(keys.get(hash))
                .filter(
                        subject ->
                                key(subject.name()).stream()
                                        .flatMap(key -> key.secrets().stream())
                                        .anyMatch(
                                                each ->
                                                        each.hash().equals(hash)
                                                                && each.isValid(now)));
    }

    public Optional<Instant> lastUsed(Subject key) {
        return state(key.use(), KeyUse.class).map(KeyUse::lastUsed);
    }

    public List<SavedView> views(Subject subject) {
        return state(subject.views(), SavedViews.class).map(SavedViews::views).orElse(List.of());
    }

    public List<RecordedAccess> users() {
        return ofType(LocalUser.class);
    }

    public List<RecordedAccess> keys() {
        return ofType(ApiKey.class);
    }

    /// Whether somebody else could still change users and keys if this one could not.
    public boolean hasAdministratorBeside(String user) {
        return users().stream()
                .filter(each -> !each.subject().name().equals(user))
                .anyMatch(each -> ((LocalUser) each.state()).roles().contains(Role.ADMINISTRATOR));
    }

    private List<RecordedAccess> ofType(Class<? extends AccessState> type) {
        return all.values().stream()
                .map(Placed::record)
                .filter(record -> type.isInstance(record.state()))
                .sorted(Comparator.comparing(record -> record.subject().value()))
                .toList();
    }

    private <S extends AccessState> Optional<S> state(Subject subject, Class<S> type) {
        return Optional.ofNullable(all.get(subject))
                .map(placed -> placed.record().state())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
