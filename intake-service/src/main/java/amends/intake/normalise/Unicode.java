package amends.intake.normalise;

import java.text.Normalizer;

/// Unicode NFKC in time that grows with the text alone: accents are put into order one by one, so a
/// letter with a hundred thousand of them would take minutes. Behind 30 the order begins anew, as
/// in the Stream-Safe Text Format of UAX #15.
public final class Unicode {

    private static final int MOST_MARKS = 30;
    private static final char JOINER = '\u034f';
    private static final char FIRST_MARK = '\u0300';

    private Unicode() {}

    public static String nfkc(String text) {
        String safe = streamSafe(text);
        return Normalizer.isNormalized(safe, Normalizer.Form.NFKC)
                ? safe
                : Normalizer.normalize(safe, Normalizer.Form.NFKC);
    }

    /// The same text when there is nothing to part.
    private static String streamSafe(String text) {
        StringBuilder parted = new StringBuilder();
        int done = 0;
        int marks = 0;
        for (int i = 0, length; i < text.length(); i += length) {
            int c = text.codePointAt(i);
            length = Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                parted.append(text, done, i).append(JOINER);
                done = i;
                marks = 1;
            }
        }
        return done == 0 ? text : parted.append(text, done, text.length()).toString();
    }

    private static boolean isMark(int c) {
        if (c < FIRST_MARK || c == JOINER) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || isKanaMark(c);
    }

    /// Of half width: they count as letters, and become marks.
    private static boolean isKanaMark(int c) {
        return c == '\uff9e' || c == '\uff9f';
    }
}
