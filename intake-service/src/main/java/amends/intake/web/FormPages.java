package amends.intake.web;

import amends.intake.channel.FormChannel;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Draws the form and its receipt, in the customer's language.
final class FormPages {

    static final List<String> LANGUAGES = List.of("ja", "en", "zh");

    /// What is filled in again when the page comes back.
    static final List<String> FIELDS =
            List.of(
                    "language",
                    "text",
                    "name",
                    "email",
                    "phone",
                    "product",
                    "lot",
                    "order",
                    "occurredAt");

    private final PebbleTemplate form;
    private final PebbleTemplate thanks;
    private final JsonNode words;

    FormPages() {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("form");
        PebbleEngine engine =
                new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
        form = engine.getTemplate("form.html");
        thanks = engine.getTemplate("thanks.html");
        words = read("/form/words.yaml");
    }

    /// Why a page comes back instead of a receipt.
    enum Problem {
        NONE(""),
        INCOMPLETE("incomplete"),
        OPENED_LONG_AGO("openedLongAgo"),
        ONCE_MORE("onceMore"),
        TOO_LARGE("tooLarge"),
        NOT_NOW("notNow");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    /// The language of the pages for whoever asks for this one.
    static String spoken(String language) {
        String plain = language.split("[-_]", 2)[0];
        return LANGUAGES.contains(plain) ? plain : "en";
    }

    String form(String language, String token, Map<String, String> filled, Problem problem) {
        Map<String, Object> values = values(language);
        FIELDS.forEach(name -> values.put(name + "Value", filled.getOrDefault(name, "")));
        values.put("token", token);
        values.put("trap", FormChannel.TRAP);
        values.put("problem", values.getOrDefault(problem.words, ""));
        return draw(form, values);
    }

    /// @param reference empty when there is none yet
    String thanks(String language, String reference) {
        Map<String, Object> values = values(language);
        values.put("reference", reference);
        return draw(thanks, values);
    }

    private Map<String, Object> values(String language) {
        Map<String, Object> values = new HashMap<>();
        words.path(language)
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().stringValue()));
        values.put("language", language);
        return values;
    }

    private static String draw(PebbleTemplate template, Map<String, Object> values) {
        StringWriter page = new StringWriter();
        try {
            template.evaluate(page, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    private static JsonNode read(String name) {
        try (InputStream in = FormPages.class.getResourceAsStream(name)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
