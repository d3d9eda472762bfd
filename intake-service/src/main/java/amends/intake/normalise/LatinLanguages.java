package amends.intake.normalise;

import amends.contracts.contact.LanguageTag;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Tells languages in Latin letters apart: by how their letters follow each other, and, because
/// that says little about a few words, by common words. One must be clearly ahead.
final class LatinLanguages {

    /// From 0 to 1 is how likely the models find a language beside the likeliest; each common word
    /// adds to it.
    private static final double FIRST_WORD = 0.3;

    private static final double FURTHER_WORD = 0.15;
    private static final int MOST_WORDS = 6;
    private static final double CLEAR = 0.05;

    /// Without a common word, the models alone have to be surer, and of more than a word or two.
    private static final double CLEAR_WITHOUT_WORDS = 0.25;

    private static final int FEWEST_LETTERS = 12;

    private static final Map<String, List<Language>> WORDS = words();
    private static final LanguageDetector DETECTOR =
            LanguageDetectorBuilder.fromLanguages(
                            WORDS.values().stream()
                                    .flatMap(List::stream)
                                    .distinct()
                                    .toArray(Language[]::new))
                    .withLowAccuracyMode()
                    .build();

    private LatinLanguages() {}

    static LanguageTag of(String sample) {
        Map<Language, Integer> hits = hits(sample);
        Map<Language, Double> scores =
                new HashMap<>(DETECTOR.computeLanguageConfidenceValues(sample));
        hits.forEach((language, count) -> scores.merge(language, weight(count), Double::sum));
        List<Map.Entry<Language, Double>> best =
                scores.entrySet().stream()
                        .sorted(Map.Entry.<Language, Double>comparingByValue().reversed())
                        .limit(2)
                        .toList();
        if (best.isEmpty()) {
            return Languages.UNDETERMINED;
        }
        Language first = best.getFirst().getKey();
        boolean isSaid = hits.containsKey(first);
        double ahead =
                best.getFirst().getValue() - (best.size() > 1 ? best.getLast().getValue() : 0);
        boolean isClear =
                isSaid
                        ? ahead >= CLEAR
                        : ahead >= CLEAR_WITHOUT_WORDS && sample.length() >= FEWEST_LETTERS;
        return isClear ? Languages.tag(first) : Languages.UNDETERMINED;
    }

    private static Map<Language, Integer> hits(String sample) {
        Map<Language, Integer> hits = new HashMap<>();
        Stream.of(sample.toLowerCase(Locale.ROOT).split(" ", -1))
                .distinct()
                .flatMap(word -> WORDS.getOrDefault(word, List.of()).stream())
                .forEach(language -> hits.merge(language, 1, Integer::sum));
        return hits;
    }

    private static double weight(int words) {
        return FIRST_WORD + FURTHER_WORD * (Math.min(words, MOST_WORDS) - 1);
    }

    private static Map<String, List<Language>> words() {
        Map<String, List<Language>> words = new HashMap<>();
        read().forEach(
                        (tag, text) ->
                                Stream.of(text.split(" ", -1))
                                        .forEach(
                                                word ->
                                                        words.merge(
                                                                word,
                                                                List.of(language(tag)),
                                                                LatinLanguages::both)));
        return Map.copyOf(words);
    }

    private static List<Language> both(List<Language> some, List<Language> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static Language language(String tag) {
        return Arrays.stream(Language.values())
                .filter(each -> each.getIsoCode639_1().toString().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> read() {
        try (InputStream yaml =
                LatinLanguages.class.getResourceAsStream("/normalise/common-words.yaml")) {
            return new YAMLMapper().readValue(yaml, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
