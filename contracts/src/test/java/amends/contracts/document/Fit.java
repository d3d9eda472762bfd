package amends.contracts.document;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Whether JSON fits a schema that stands somewhere in a document.
public final class Fit {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode components;

    /// @param document its components are what schemas refer to
    public Fit(JsonNode document) {
        this.components = document.path("components");
    }

    /// Says what doesn't fit; nothing when all fits.
    public List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", components);
        return faultsAlone(whole, value);
    }

    /// The same for a schema that refers to nothing outside.
    static List<String> faultsAlone(JsonNode schema, JsonNode value) {
        return SCHEMAS
                .getSchema(schema)
                .validate(
                        value,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
