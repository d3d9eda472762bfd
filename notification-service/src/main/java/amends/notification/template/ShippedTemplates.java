package amends.notification.template;

import amends.contracts.notification.NotificationKind;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.ShippedConfiguration;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The words that come with the product, `templates/*.yaml`: a file per kind of notice with every
/// language side by side, and one for what all letters share.
public final class ShippedTemplates {

    private static final YAMLMapper YAML = new YAMLMapper();

    private ShippedTemplates() {}

    public static ShippedConfiguration configuration() {
        Map<PolicyName, JsonNode> bodies = new LinkedHashMap<>();
        bodies.put(Templates.FRAME, yaml(Templates.FRAME.value()));
        for (NotificationKind kind : NotificationKind.values()) {
            bodies.put(Templates.name(kind), yaml(Templates.name(kind).value()));
        }
        return new ShippedConfiguration(bodies);
    }

    static JsonNode yaml(String name) {
        return YAML.readTree(resource(name + ".yaml"));
    }

    static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The template file templates/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
