package amends.workflow.policy;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The policies that come with the product: in force until somebody publishes versions of his own.
public final class ShippedPolicies {

    private static final List<String> NAMES =
            List.of(
                    "sla",
                    "calendar.tokyo",
                    "calendar.always",
                    "priority",
                    "routing",
                    "authority",
                    "service-signs",
                    "typology",
                    "playbook");
    private static final Actor PRODUCT = Actor.automation("product");
    private static final YAMLMapper YAML = new YAMLMapper();

    private ShippedPolicies() {}

    public static Map<PolicyName, PublishedPolicy> load() {
        Map<PolicyName, PublishedPolicy> policies = new LinkedHashMap<>();
        for (String name : NAMES) {
            PolicyName policy = new PolicyName(name);
            policies.put(
                    policy,
                    new PublishedPolicy(
                            new PolicyVersion(policy, 1), Instant.EPOCH, PRODUCT, body(name)));
        }
        return policies;
    }

    /// What must be published so that the product's own policies are in force: those that are not
    /// there yet, and those that the product has changed since. What somebody else published stays.
    ///
    /// @param published the version in force of each policy
    public static List<PublishedPolicy> toPublish(
            Map<PolicyName, PublishedPolicy> published, Instant now) {
        return load().values().stream()
                .flatMap(
                        shipped ->
                                next(shipped, published.get(shipped.version().name()), now)
                                        .stream())
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
        PolicyVersion next =
                new PolicyVersion(known.version().name(), known.version().version() + 1);
        return Optional.of(new PublishedPolicy(next, now, PRODUCT, shipped.body()));
    }

    private static JsonNode body(String name) {
        String path = "/policies/" + name + ".yaml";
        try (InputStream in = ShippedPolicies.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + path + "; build it anew");
            }
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
