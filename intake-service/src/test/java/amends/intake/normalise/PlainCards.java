package amends.intake.normalise;

import java.util.regex.Pattern;

/// Says of a text whether a card's number can be read in it, in another way than the masking
/// itself: of one issuer, printed in one of three ways, and standing alone.
public final class PlainCards {

    private static final Pattern CARD =
            Pattern.compile(
                    "(?<![^\\s,:;(\"])4\\d{3}(?:\\d{12}|(?:"
                            + " \\d{4}){3}|(?:-\\d{4}){3})(?![^\\s,:;)\"])");

    private PlainCards() {}

    public static void areNotIn(String text) {
        if (CARD.matcher(text).results().anyMatch(found -> isSound(found.group()))) {
            throw new AssertionError("A card's number can be read");
        }
    }

    private static boolean isSound(String written) {
        String digits = written.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weighed = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }
}
