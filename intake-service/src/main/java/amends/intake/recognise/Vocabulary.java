package amends.intake.recognise;

import amends.contracts.complaint.Demand;
import amends.contracts.contact.AreaName;
import amends.contracts.contact.Suggested.ConcernKind;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The shipped dictionaries, as `words.yaml` and `places.yaml` hold them.
record Vocabulary(
        int version,
        List<Matter> concerns,
        List<Desire> demands,
        Map<String, List<String>> nothing,
        Map<String, List<String>> wishes,
        Beside unwanted,
        Beside absent,
        List<List<String>> months,
        Map<Integer, List<String>> daysAgo) {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    record Matter(ConcernKind kind, List<String> en, List<String> ja, List<String> zh) {}

    record Desire(
            Demand.Kind kind, Map<String, List<String>> plain, Map<String, List<String>> wished) {

        Desire {
            plain = plain == null ? Map.of() : plain;
            wished = wished == null ? Map.of() : wished;
        }
    }

    record Beside(List<String> before, List<String> after) {

        Beside {
            before = before == null ? List.of() : before;
            after = after == null ? List.of() : after;
        }
    }

    /// Names by area.
    record Places(int version, Map<String, List<String>> places, List<String> notBefore) {}

    static Vocabulary shipped() {
        return read("words", Vocabulary.class);
    }

    static Places shippedPlaces() {
        return read("places", Places.class);
    }

    /// All that is looked for in any text.
    Lexicon lexicon(Places places) {
        List<Lexicon.Entry> entries = new ArrayList<>();
        for (Matter each : concerns) {
            Term hurt = new Term.Hurt(each.kind);
            add(entries, List.of(each.en, each.ja, each.zh), false, hurt);
        }
        for (Desire each : demands) {
            add(entries, each.plain.values(), false, new Term.Wish(each.kind, true));
            add(entries, each.wished.values(), false, new Term.Wish(each.kind, false));
        }
        add(entries, nothing.values(), false, new Term.Nothing());
        daysAgo.forEach(
                (days, words) -> add(entries, List.of(words), false, new Term.DaysAgo(days)));
        for (int i = 0; i < months.size(); i++) {
            add(entries, List.of(months.get(i)), true, new Term.Month(i + 1));
        }
        places.places.forEach(
                (area, names) ->
                        add(entries, List.of(names), true, new Term.Place(new AreaName(area))));
        return new Lexicon(entries);
    }

    private static void add(
            List<Lexicon.Entry> entries,
            Collection<List<String>> lists,
            boolean capital,
            Term term) {
        lists.forEach(
                words ->
                        words.forEach(
                                word -> {
                                    entries.add(new Lexicon.Entry(word, capital, term));
                                    if (word.contains("'")) {
                                        entries.add(
                                                new Lexicon.Entry(
                                                        word.replace('\'', '’'), capital, term));
                                    }
                                }));
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream in =
                Vocabulary.class.getResourceAsStream("/recognise/" + name + ".yaml")) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
