package amends.workflow.words;

import java.text.Normalizer;
import java.util.Locale;

/// What somebody said, and the same as dictionaries look at it: one spelling, small letters.
public record Said(String words, String folded) {

    public static final Said NOTHING = new Said("", "");

    public static Said of(String words) {
        return new Said(words, folded(words));
    }

    static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }

    @Override
    public String toString() {
        return "Said[%d characters]".formatted(words.length());
    }
}
