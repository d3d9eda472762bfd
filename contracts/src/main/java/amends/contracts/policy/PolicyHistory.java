package amends.contracts.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Every version of every policy, so that it can be asked what was in force at an instant.
public final class PolicyHistory {

    private final Map<PolicyName, ConcurrentSkipListMap<Integer, PublishedPolicy>> versions =
            new ConcurrentHashMap<>();

    public void add(PublishedPolicy policy) {
        versions.computeIfAbsent(policy.version().name(), name -> new ConcurrentSkipListMap<>())
                .put(policy.version().version(), policy);
    }

    public Optional<PublishedPolicy> version(PolicyVersion version) {
        return Optional.ofNullable(versions.get(version.name()))
                .map(known -> known.get(version.version()));
    }

    public SortedSet<PolicyName> names() {
        SortedSet<PolicyName> names = new TreeSet<>(Comparator.comparing(PolicyName::value));
        names.addAll(versions.keySet());
        return names;
    }

    /// Newest first.
    public List<PublishedPolicy> of(PolicyName name) {
        ConcurrentSkipListMap<Integer, PublishedPolicy> known = versions.get(name);
        return known == null ? List.of() : List.copyOf(known.descendingMap().values());
    }

    public Optional<PublishedPolicy> inForce(PolicyName name, Instant at) {
        ConcurrentSkipListMap<Integer, PublishedPolicy> known = versions.get(name);
        return known == null
                ? Optional.empty()
                : known.descendingMap().values().stream()
                        .filter(policy -> !policy.publishedAt().isAfter(at))
                        .findFirst();
    }
}
