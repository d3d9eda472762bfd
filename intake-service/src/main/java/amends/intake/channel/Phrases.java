package amends.intake.channel;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// What stands in a contact where the source tells facts and the customer said nothing, in his
/// language; English where that is not known.
final class Phrases {

    private static final String FALLBACK = "en";
    private static final JsonNode WORDS = read("/channel/phrases.yaml");

    private Phrases() {}

    /// @param language a tag, such as `ja` or `ja-JP`
    static String of(String language, String phrase, Object... values) {
        String spoken = language.split("[-_]", 2)[0];
        JsonNode words = WORDS.path(WORDS.has(spoken) ? spoken : FALLBACK);
        return words.path(phrase).asString().formatted(values);
    }

    private static JsonNode read(String resource) {
        try (InputStream yaml = Phrases.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
