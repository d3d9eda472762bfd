package amends.notification.survey;

import amends.contracts.contact.LanguageTag;

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
import java.util.stream.IntStream;

/// Draws the survey's pages, in the customer's language.
class SurveyPages {

    static final List<String> LANGUAGES = List.of("ja", "en", "zh");
    private static final List<String> SATISFACTION = scale(1, 5);
    private static final List<String> EFFORT = scale(1, 7);
    private static final List<String> RECOMMENDATION = scale(0, 10);

    private final PebbleTemplate form;
    private final PebbleTemplate message;
    private final Map<String, Map<String, Object>> words = new HashMap<>();

    SurveyPages() {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("survey");
        PebbleEngine engine =
                new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
        form = engine.getTemplate("form.html");
        message = engine.getTemplate("message.html");
        JsonNode file = read("/survey/words.yaml");
        LANGUAGES.forEach(language -> words.put(language, strings(file.get(language))));
    }

    /// What a page without a form says.
    enum Message {
        THANKS_SOLVED("thanksSolved"),
        THANKS_NOT_SOLVED("thanksNotSolved"),
        ANSWERED_BEFORE("answeredBefore"),
        EXPIRED("expired"),
        UNKNOWN("unknown"),
        NOT_NOW("notNow");

        private final String key;

        Message(String key) {
            this.key = key;
        }
    }

    /// @param filled what the customer has filled in so far
    /// @param incomplete whether to say that something is missing
    String form(SurveyTicket ticket, String token, Map<String, String> filled, boolean incomplete) {
        Map<String, Object> values = values(ticket.language());
        values.put("token", token);
        values.put("reference", ticket.complaint().reference().toString());
        values.put("satisfactions", SATISFACTION);
        values.put("efforts", EFFORT);
        values.put("recommendations", RECOMMENDATION);
        for (String field :
                List.of("solved", "satisfaction", "effort", "recommendation", "comment")) {
            values.put(field, filled.getOrDefault(field, ""));
        }
        values.put("incomplete", incomplete);
        values.put("longestComment", SurveyForm.LONGEST_COMMENT);
        return draw(form, values);
    }

    String message(LanguageTag language, Message what) {
        Map<String, Object> values = values(language);
        values.put("message", values.get(what.key));
        return draw(message, values);
    }

    Map<String, Map<String, Object>> words() {
        return words;
    }

    private Map<String, Object> values(LanguageTag language) {
        String spoken = LANGUAGES.contains(language.value()) ? language.value() : "en";
        Map<String, Object> values = new HashMap<>(words.getOrDefault(spoken, Map.of()));
        values.put("language", spoken);
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
        try (InputStream in = SurveyPages.class.getResourceAsStream(name)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> strings(JsonNode node) {
        Map<String, Object> strings = new HashMap<>();
        node.properties().forEach(e -> strings.put(e.getKey(), e.getValue().stringValue()));
        return strings;
    }

    private static List<String> scale(int lowest, int highest) {
        return IntStream.rangeClosed(lowest, highest).mapToObj(String::valueOf).toList();
    }
}
