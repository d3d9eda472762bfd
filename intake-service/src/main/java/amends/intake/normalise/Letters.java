package amends.intake.normalise;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/// How many letters of which script a text begins with.
final class Letters {

    /// Enough to tell languages apart; longer samples only cost time.
    private static final int SAMPLE = 160;

    private int kana;
    private int han;
    private int latin;
    private final Map<UnicodeScript, Integer> others = new EnumMap<>(UnicodeScript.class);
    private final StringBuilder sample = new StringBuilder(SAMPLE + 2);

    private Letters() {}

    static Letters in(String text) {
        Letters letters = new Letters();
        text.codePoints().takeWhile(c -> letters.sample.length() < SAMPLE).forEach(letters::add);
        return letters;
    }

    private void add(int c) {
        if (Character.isLetter(c)) {
            UnicodeScript script = UnicodeScript.of(c);
            switch (script) {
                case HIRAGANA, KATAKANA -> kana++;
                case HAN -> han++;
                case LATIN -> latin++;
                default -> others.merge(script, 1, Integer::sum);
            }
            sample.appendCodePoint(c);
        } else if (!sample.isEmpty() && sample.charAt(sample.length() - 1) != ' ') {
            sample.append(' ');
        }
    }

    int kana() {
        return kana;
    }

    int han() {
        return han;
    }

    /// Neither of Japanese nor of Chinese.
    int other() {
        return latin + others.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Which script most of the other letters are of.
    UnicodeScript commonest() {
        return others.entrySet().stream()
                .filter(each -> each.getValue() > latin)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.LATIN);
    }

    boolean isEmpty() {
        return sample.isEmpty();
    }

    String sample() {
        return sample.toString();
    }

    String onlyHan() {
        StringBuilder only = new StringBuilder();
        sample.codePoints()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
                .forEach(only::appendCodePoint);
        return only.toString();
    }
}
