package amends.intake.normalise;

import amends.contracts.contact.LanguageTag;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

/// The language of a text. Scripts that only one language uses decide at once; for the rest
/// statistical models are asked, which are loaded when they are first needed.
public final class Languages {

    static final LanguageTag UNDETERMINED = new LanguageTag("und");

    /// Enough to tell languages apart; longer samples only cost time.
    private static final int SAMPLE = 160;

    /// Japanese always mixes in kana; a Chinese text has at most a decorative one.
    private static final int KANA_SHARE = 20;

    private static final LanguageTag JAPANESE = new LanguageTag("ja");
    private static final LanguageTag KOREAN = new LanguageTag("ko");

    private Languages() {}

    public static LanguageTag of(String text) {
        Letters letters = Letters.in(text);
        if (letters.kana * KANA_SHARE > letters.han + letters.kana
                && letters.kana + letters.han >= letters.other / 4) {
            return JAPANESE;
        }
        if (letters.hangul > letters.other) {
            return KOREAN;
        }
        if (letters.sample.isEmpty()) {
            return UNDETERMINED;
        }
        Language language =
                letters.han > 0 && letters.han >= letters.other / 4
                        ? Han.DETECTOR.detectLanguageOf(letters.onlyHan())
                        : Alphabets.DETECTOR.detectLanguageOf(letters.sample.toString());
        return language == Language.UNKNOWN
                ? UNDETERMINED
                : new LanguageTag(language.getIsoCode639_1().toString());
    }

    private static final class Han {
        static final LanguageDetector DETECTOR =
                LanguageDetectorBuilder.fromLanguages(Language.CHINESE, Language.JAPANESE).build();
    }

    private static final class Alphabets {
        static final LanguageDetector DETECTOR =
                LanguageDetectorBuilder.fromLanguages(
                                Language.ENGLISH,
                                Language.GERMAN,
                                Language.FRENCH,
                                Language.SPANISH,
                                Language.PORTUGUESE,
                                Language.ITALIAN)
                        .withLowAccuracyMode()
                        .build();
    }

    /// How many letters of which script a text begins with.
    private static final class Letters {
        int kana;
        int han;
        int hangul;
        int other;
        final StringBuilder sample = new StringBuilder(SAMPLE + 2);

        static Letters in(String text) {
            Letters letters = new Letters();
            text.codePoints()
                    .takeWhile(c -> letters.sample.length() < SAMPLE)
                    .forEach(letters::add);
            return letters;
        }

        private void add(int c) {
            if (Character.isLetter(c)) {
                switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA -> kana++;
                    case HAN -> han++;
                    case HANGUL -> hangul++;
                    default -> other++;
                }
                sample.appendCodePoint(c);
            } else if (!sample.isEmpty() && sample.charAt(sample.length() - 1) != ' ') {
                sample.append(' ');
            }
        }

        String onlyHan() {
            StringBuilder only = new StringBuilder();
            sample.codePoints()
                    .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                    .forEach(only::appendCodePoint);
            return only.toString();
        }
    }
}
