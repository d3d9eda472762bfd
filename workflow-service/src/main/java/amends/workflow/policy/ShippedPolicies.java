package amends.workflow.policy;

import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.policy.ShippedConfiguration;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private static final YAMLMapper YAML = new YAMLMapper();

    private ShippedPolicies() {}

    public static ShippedConfiguration configuration() {
        Map<PolicyName, JsonNode> bodies = new LinkedHashMap<>();
        NAMES.forEach(name -> bodies.put(new PolicyName(name), body(name)));
        return new ShippedConfiguration(bodies);
    }

    /// All of them, as they are before anything was published.
    public static Map<PolicyName, PublishedPolicy> load() {
        return configuration().firstVersions();
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
