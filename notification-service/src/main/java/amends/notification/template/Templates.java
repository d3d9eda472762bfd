package amends.notification.template;

import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationKind;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All letters, read once from `templates/*.yaml`: a file per kind with its version and every
/// language side by side.
final class Templates {

    static final List<String> LANGUAGES = List.of("ja", "en", "zh");
    private static final String FALLBACK = "en";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Frame> frames;
    private final Map<NotificationKind, Map<String, Template>> templates;
    final TemplateText textLayout = TemplateText.plain(resource("layout.txt"));
    final TemplateText htmlLayout = TemplateText.html(resource("layout.html"));

    Templates() {
        JsonNode frame = YAML.readTree(resource("frame.yaml"));
        frames = byLanguage(language -> Frame.read(frame.get(language)));
        templates =
                Arrays.stream(NotificationKind.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        Templates::read,
                                        (one, _) -> one,
                                        () -> new EnumMap<>(NotificationKind.class)));
    }

    /// Returns the language in which a customer is written to: his own, or else English.
    static LanguageTag spoken(LanguageTag wanted) {
        String language = Locale.forLanguageTag(wanted.value()).getLanguage();
        return new LanguageTag(LANGUAGES.contains(language) ? language : FALLBACK);
    }

    static String name(NotificationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Frame frame(LanguageTag spoken) {
        return known(frames.get(spoken.value()), spoken);
    }

    Template template(NotificationKind kind, LanguageTag spoken) {
        return known(templates.getOrDefault(kind, Map.of()).get(spoken.value()), spoken);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T found, LanguageTag spoken) {
        if (found == null) {
            throw new IllegalArgumentException("No letters are written in " + spoken);
        }
        return found;
    }

    private static Map<String, Template> read(NotificationKind kind) {
        JsonNode file = YAML.readTree(resource(name(kind) + ".yaml"));
        int version = file.get("version").intValue();
        return byLanguage(language -> Template.read(version, file.get(language)));
    }

    private static <T> Map<String, T> byLanguage(Function<String, T> read) {
        return LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), read));
    }

    private static String resource(String name) {
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
