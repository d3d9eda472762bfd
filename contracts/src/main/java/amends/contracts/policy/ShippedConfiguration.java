package amends.contracts.policy;

import amends.contracts.complaint.Actor;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Configuration that comes with the product: in force until somebody publishes versions of his
/// own.
public record ShippedConfiguration(Map<PolicyName, JsonNode> bodies) {

    private static final Actor PRODUCT = Actor.automation("product");

    public ShippedConfiguration {
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
    }

    /// All of it, as it is before anything was published.
    public Map<PolicyName, PublishedPolicy> firstVersions() {
        Map<PolicyName, PublishedPolicy> first = new LinkedHashMap<>();
        bodies.forEach((name, body) -> first.put(name, version(name, 1, Instant.EPOCH, body)));
        return first;
    }

    /// What must be published so that the product's own is in force: what is not there yet, and
    /// what the product has changed since. What somebody else published stays.
    ///
    /// @param published the version in force of each
    public List<PublishedPolicy> toPublish(
            Map<PolicyName, PublishedPolicy> published, Instant now) {
        return firstVersions().values().stream()
                .flatMap(each -> next(each, published.get(each.version().name()), now).stream())
                .toList();
    }

    private static Optional<PublishedPolicy> next(
            PublishedPolicy shipped, @Nullable PublishedPolicy known, Instant now) {
        if (known == null) {
            return Optional.of(shipped);
        }
        if (!known.publishedBy().equals(PRODUCT) || known.body().equals(shipped.body())) {
            return Optional.empty();
        }
        return Optional.of(
                version(
                        known.version().name(),
                        known.version().version() + 1,
                        now,
                        shipped.body()));
    }

    private static PublishedPolicy version(PolicyName name, int number, Instant at, JsonNode body) {
        return new PublishedPolicy(new PolicyVersion(name, number), at, PRODUCT, body);
    }
}
