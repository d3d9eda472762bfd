package amends.workflow.policy;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The policies that come with the product, version 1 of each: in force until somebody publishes a
/// higher version.
public final class ShippedPolicies {

    private static final List<String> NAMES =
            List.of(
                    "sla",
                    "calendar.tokyo",
                    "calendar.always",
                    "priority",
                    "routing",
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
