package amends.intake.recognise;

/// The sentence around a word.
///
/// @param start of its words
/// @param end behind them, in the text
record Sentence(String words, int start, int end) {

    private static final int MOST_BEFORE = 120;
    private static final int MOST_BEHIND = 100;

    static Sentence around(String text, int at, int end) {
        int from = at;
        while (from > 0 && at - from < MOST_BEFORE && !Script.isEndOfSentence(text, from - 1)) {
            from--;
        }
        int to = end;
        while (to < text.length()
                && to - end < MOST_BEHIND
                && text.charAt(to) != '\n'
                && !Script.isEndOfSentence(text, to)) {
            to++;
        }
        if (to < text.length() && text.charAt(to) != '\n' && Script.isEndOfSentence(text, to)) {
            to++;
        }
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        return new Sentence(text.substring(from, to).strip(), from, to);
    }
}
