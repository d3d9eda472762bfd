package amends.gateway.directory;

import amends.contracts.access.AccessState.KeyUse;
import amends.contracts.access.RecordedAccess;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// When each key was used last: exact in memory, every few minutes on the topic.
@Component
public final class KeyUses {

    private static final Duration TOLD_AGAIN = Duration.ofMinutes(5);

    private final Directory directory;
    private final AccessTopics topics;
    private final Map<Subject, Instant> here = new ConcurrentHashMap<>();
    private final Map<Subject, Instant> told = new ConcurrentHashMap<>();

    KeyUses(Directory directory, AccessTopics topics) {
        this.directory = directory;
        this.topics = topics;
    }

    public void used(Subject key, Instant now) {
        here.put(key, now);
        Instant before = told.get(key);
        if (before == null || before.plus(TOLD_AGAIN).isBefore(now)) {
            told.put(key, now);
            topics.putSoon(
                    new RecordedAccess(
                            key.use(), now, Actor.automation("gateway"), new KeyUse(now)));
        }
    }

    public Optional<Instant> last(Subject key) {
        return Optional.ofNullable(here.get(key)).or(() -> directory.lastUsed(key));
    }
}
