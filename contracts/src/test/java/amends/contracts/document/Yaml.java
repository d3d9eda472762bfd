package amends.contracts.document;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

import java.nio.file.Path;

/// YAML as the documents are written in.
final class Yaml {

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
                    .enable(
                            YAMLWriteFeature.MINIMIZE_QUOTES,
                            YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                            YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();

    private Yaml() {}

    static JsonNode read(Path file) {
        return MAPPER.readTree(file.toFile());
    }

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static String write(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }
}
