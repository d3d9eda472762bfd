package amends.intake.recognise;

import org.jspecify.annotations.Nullable;

/// How letters stand together: joined to words with spaces between them, or without.
final class Script {

    private static final char FIRST_UNSPACED = '\u2e80';

    private Script() {}

    /// Kana, Han and what else is written without spaces between the words.
    static boolean isUnspaced(char c) {
        return c >= FIRST_UNSPACED;
    }

    static boolean isSpacedLetter(char c) {
        return c < 0x80 ? (char) ((c | 0x20) - 'a') < 26 : !isUnspaced(c) && Character.isLetter(c);
    }

    static boolean isDigit(char c) {
        return (char) (c - '0') < 10;
    }

    static boolean isPartOfWord(char c) {
        return isDigit(c) || isSpacedLetter(c);
    }

    static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ー' && c != '・';
    }

    /// Whether no word goes on from before to there.
    static boolean beginsAt(String text, int at) {
        char first = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !(isPartOfWord(first) && isPartOfWord(before))
                && !(isKatakana(first) && isKatakana(before));
    }

    static boolean endsAt(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char last = text.charAt(end - 1);
        char behind = text.charAt(end);
        return !(isPartOfWord(last) && isPartOfWord(behind))
                && !(isKatakana(last) && isKatakana(behind));
    }

    static int afterSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + 3 && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The first of the words that the text goes on with.
    static @Nullable String firstAt(String text, int at, Iterable<String> words) {
        for (String word : words) {
            if (text.regionMatches(true, at, word, 0, word.length())
                    && endsAt(text, at + word.length())) {
                return word;
            }
        }
        return null;
    }

    static boolean isEndOfSentence(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '\n', '!', '?', ';', '。', '！', '？', '；', '．' -> true;
            case '.' -> at + 1 == text.length() || text.charAt(at + 1) <= ' ';
            default -> false;
        };
    }
}
