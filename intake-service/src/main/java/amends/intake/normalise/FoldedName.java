package amends.intake.normalise;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/// A name as it tells people apart: in one case and width, without blanks, marks and forms of
/// address, so that "Mr. Ben Ito", "ben ito" and "ＢＥＮ　ＩＴＯ" are one.
final class FoldedName {

    private static final Pattern BEFORE =
            Pattern.compile("^(?:mr|mrs|ms|miss|mx|dr|herr|frau|mme|monsieur|madame)\\b[.\\s]+");
    private static final Pattern BEHIND =
            Pattern.compile("(?<=.)(?:さん|さま|様|殿|くん|ちゃん|先生|女士|小姐|[-\\s](?:san|sama))$");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private FoldedName() {}

    /// What follows the contact point; empty where no name is told.
    static String suffix(@Nullable String name) {
        String folded = name == null ? "" : of(name);
        return folded.isEmpty() ? "" : "\n" + folded;
    }

    static String of(String name) {
        String lower = Unicode.nfkc(name).toLowerCase(Locale.ROOT).strip();
        String called = BEHIND.matcher(BEFORE.matcher(lower).replaceFirst("")).replaceFirst("");
        return NO_LETTER.matcher(called).replaceAll("");
    }
}
