package amends.intake.recognise;

import java.util.Locale;

/// What stands beside a number or a word, and whether it changes what that means.
final class Neighbours {

    private Neighbours() {}

    /// Part of a number of another kind: of an order, a telephone, a version.
    static boolean isGlued(String text, int at) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        return Script.isPartOfWord(before) || "#./:-_+$€£¥".indexOf(before) >= 0;
    }

    /// Whether a number ends there and does not go on in another way.
    static boolean isOver(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char behind = text.charAt(end);
        boolean goesOn =
                "-/.:".indexOf(behind) >= 0
                        && end + 1 < text.length()
                        && Script.isPartOfWord(text.charAt(end + 1));
        boolean timeFollows = behind == 'T' && end + 1 < text.length();
        return timeFollows || (!goesOn && !Script.isPartOfWord(behind));
    }

    static boolean beginsSentence(String text, int start) {
        int at = start - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at < 0 || Script.isEndOfSentence(text, at);
    }

    static String wordBefore(String text, int start) {
        int end = start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int at = end;
        while (at > 0 && end - at < 8 && Script.isSpacedLetter(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }
}
