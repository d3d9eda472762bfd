package amends.intake.quarantine;

import amends.contracts.personal.RawContent;

import org.bson.Document;

/// What fits into one document of the database, which holds 16 MiB.
final class Fit {

    private static final long MOST_BYTES = 16_500_000;
    private static final long LONGEST_PAIR = 15_000_000;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;
    private static final String CONTENT = "content";

    private Fit() {}

    static boolean fits(Document document) {
        return document.entrySet().stream()
                        .filter(each -> each.getValue() instanceof String)
                        .mapToLong(each -> bytes(each.getKey(), (String) each.getValue()))
                        .sum()
                <= MOST_BYTES;
    }

    /// Whether a correction can stand beside the input as it came, with some room for the rest.
    static boolean fitsBeside(Document document, RawContent corrected) {
        return document.getString(CONTENT).length() + (long) corrected.value().length()
                <= LONGEST_PAIR;
    }

    /// Base64 is a byte a character.
    private static long bytes(String name, String value) {
        boolean plain = name.equals(CONTENT) || name.equals(Resubmission.CORRECTED);
        return (long) value.length() * (plain ? 1 : MOST_BYTES_OF_A_CHARACTER);
    }
}
