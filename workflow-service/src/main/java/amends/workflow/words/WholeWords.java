package amends.workflow.words;

/// Where words end in scripts that separate them; in others any part of a text may be a word.
public final class WholeWords {

    private WholeWords() {}

    /// Whether this part of a text is not cut out of a longer word.
    public static boolean isWhole(String text, int begin, int end) {
        return !(begin > 0
                        && isAlphabetic(text.charAt(begin))
                        && isAlphabetic(text.charAt(begin - 1)))
                && !(end < text.length()
                        && isAlphabetic(text.charAt(end - 1))
                        && isAlphabetic(text.charAt(end)));
    }

    private static boolean isAlphabetic(char c) {
        return c < '\u2000' && Character.isLetterOrDigit(c);
    }
}
