package amends.intake.recognise;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether a sentence wishes what one of its words names, and whether what another names is so.
final class Wishes {

    private static final int FAR_BEFORE = 28;
    private static final int FAR_BEFORE_UNSPACED = 6;
    private static final int NEAR_BEFORE = 10;
    private static final int BEHIND = 24;
    private static final int RIGHT_BEHIND = 12;

    private final List<String> spaced;
    private final List<String> unspacedBefore;
    private final List<String> unspacedBehind;
    private final Vocabulary.Beside unwanted;
    private final Vocabulary.Beside absent;

    Wishes(Map<String, List<String>> wishes, Vocabulary.Beside unwanted, Vocabulary.Beside absent) {
        this.spaced = wishes.getOrDefault("en", List.of());
        this.unspacedBefore = wishes.getOrDefault("zh", List.of());
        this.unspacedBehind = wishes.getOrDefault("ja", List.of());
        this.unwanted = unwanted;
        this.absent = absent;
    }

    /// @param plain the word alone is a wish, unless the sentence says that it is none
    boolean isWished(String text, Sentence sentence, int at, int end, boolean plain) {
        boolean joined = Script.isUnspaced(text.charAt(at));
        int far = joined ? FAR_BEFORE_UNSPACED : FAR_BEFORE;
        String before = small(text, Math.max(sentence.start(), at - far), at);
        if (holds(before, unwanted.before())
                || holds(
                        text.substring(
                                end, Math.max(end, Math.min(sentence.end(), end + RIGHT_BEHIND))),
                        unwanted.after())) {
            return false;
        }
        if (plain) {
            return true;
        }
        String allBefore = small(text, sentence.start(), at);
        if (!joined) {
            return holds(allBefore, spaced);
        }
        String behind = text.substring(end, Math.max(end, Math.min(sentence.end(), end + BEHIND)));
        return holds(allBefore, unspacedBefore) || holds(behind, unspacedBehind);
    }

    /// Whether the sentence takes back what the word says.
    boolean isAbsent(String text, Sentence sentence, int at, int end) {
        String before = small(text, Math.max(sentence.start(), at - NEAR_BEFORE), at);
        boolean unspaced = Script.isUnspaced(text.charAt(at));
        for (String each : absent.before()) {
            if (unspaced ? before.endsWith(each) : holds(before, each)) {
                return true;
            }
        }
        for (String each : absent.after()) {
            if (text.startsWith(each, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String words, List<String> any) {
        for (String each : any) {
            if (holds(words, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String words, String word) {
        for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
            if (Script.beginsAt(words, at) && Script.endsAt(words, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static String small(String text, int from, int to) {
        return text.substring(Math.min(from, to), to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
