package amends.workflow.complaint;

import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// The shipped policies with some of them changed.
final class PoliciesForTests {

    private static final YAMLMapper YAML = new YAMLMapper();

    private PoliciesForTests() {}

    static Policies with(String name, String yaml) {
        return with(Map.of(name, YAML.readTree(yaml)));
    }

    /// The shipped SLA policy with other clocks.
    static Policies withClocks(JsonNode clocks, Map<String, JsonNode> others) {
        ObjectNode sla = (ObjectNode) shipped("sla").body().deepCopy();
        sla.set("clocks", clocks);
        Map<String, JsonNode> changed = new java.util.HashMap<>(others);
        changed.put("sla", sla);
        return with(changed);
    }

    static Policies withClocks(String yaml) {
        return withClocks(YAML.readTree(yaml), Map.of());
    }

    private static Policies with(Map<String, JsonNode> changed) {
        Map<PolicyName, PublishedPolicy> all = ShippedPolicies.load();
        changed.forEach(
                (name, body) -> {
                    PublishedPolicy product = shipped("sla");
                    PolicyName policy = new PolicyName(name);
                    all.put(
                            policy,
                            new PublishedPolicy(
                                    new PolicyVersion(policy, 2),
                                    product.publishedAt(),
                                    product.publishedBy(),
                                    body));
                });
        return Policies.parse(all);
    }

    private static PublishedPolicy shipped(String name) {
        return ShippedPolicies.load().get(new PolicyName(name));
    }

    static JsonNode sample(String name) {
        String path = "/policies/samples/" + name + ".yaml";
        try (InputStream in = PoliciesForTests.class.getResourceAsStream(path)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
