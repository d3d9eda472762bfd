package amends.intake.normalise;

import amends.contracts.contact.LanguageTag;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

import java.lang.Character.UnicodeScript;
import java.util.Map;

/// The language of a text. Scripts that only one language uses decide at once, and so do letters
/// that only one has; for the rest statistical models are asked, which are loaded when they are
/// first needed. What could as well be another language is undetermined.
public final class Languages {

    static final LanguageTag UNDETERMINED = new LanguageTag("und");

    /// Japanese always mixes in kana; a Chinese text has at most a decorative one.
    private static final int KANA_SHARE = 20;

    private static final LanguageTag JAPANESE = new LanguageTag("ja");

    private static final Map<UnicodeScript, String> OF_ONE =
            Map.ofEntries(
                    Map.entry(UnicodeScript.HANGUL, "ko"),
                    Map.entry(UnicodeScript.THAI, "th"),
                    Map.entry(UnicodeScript.HEBREW, "he"),
                    Map.entry(UnicodeScript.GREEK, "el"),
                    Map.entry(UnicodeScript.DEVANAGARI, "hi"),
                    Map.entry(UnicodeScript.ARMENIAN, "hy"),
                    Map.entry(UnicodeScript.GEORGIAN, "ka"),
                    Map.entry(UnicodeScript.BENGALI, "bn"),
                    Map.entry(UnicodeScript.TAMIL, "ta"),
                    Map.entry(UnicodeScript.TELUGU, "te"),
                    Map.entry(UnicodeScript.KHMER, "km"),
                    Map.entry(UnicodeScript.LAO, "lo"),
                    Map.entry(UnicodeScript.MYANMAR, "my"));

    private Languages() {}

    public static LanguageTag of(String text) {
        Letters letters = Letters.in(text);
        if (letters.kana() * KANA_SHARE > letters.han() + letters.kana()
                && letters.kana() + letters.han() >= letters.other() / 4) {
            return JAPANESE;
        }
        if (letters.isEmpty()) {
            return UNDETERMINED;
        }
        if (letters.han() > 0 && letters.han() >= letters.other() / 4) {
            return tag(Han.DETECTOR.detectLanguageOf(letters.onlyHan()));
        }
        UnicodeScript script = letters.commonest();
        return switch (script) {
            case LATIN -> LatinLanguages.of(letters.sample());
            case CYRILLIC -> cyrillic(letters.sample());
            case ARABIC -> arabic(letters.sample());
            default -> {
                String language = OF_ONE.get(script);
                yield language == null ? UNDETERMINED : new LanguageTag(language);
            }
        };
    }

    private static LanguageTag cyrillic(String sample) {
        if (hasAny(sample, "іїєґІЇЄҐ")) {
            return new LanguageTag("uk");
        }
        return hasAny(sample, "ыэёЫЭЁ")
                ? new LanguageTag("ru")
                : tag(Cyrillic.DETECTOR.detectLanguageOf(sample));
    }

    private static LanguageTag arabic(String sample) {
        if (hasAny(sample, "ٹڈڑںے")) {
            return new LanguageTag("ur");
        }
        return new LanguageTag(hasAny(sample, "پچژگ") ? "fa" : "ar");
    }

    private static boolean hasAny(String sample, String letters) {
        return sample.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    static LanguageTag tag(Language language) {
        return language == Language.UNKNOWN
                ? UNDETERMINED
                : new LanguageTag(language.getIsoCode639_1().toString());
    }

    private static final class Han {
        static final LanguageDetector DETECTOR =
                LanguageDetectorBuilder.fromLanguages(Language.CHINESE, Language.JAPANESE).build();
    }

    private static final class Cyrillic {
        static final LanguageDetector DETECTOR =
                LanguageDetectorBuilder.fromLanguages(
                                Language.RUSSIAN, Language.UKRAINIAN, Language.BULGARIAN)
                        .withLowAccuracyMode()
                        .build();
    }
}
