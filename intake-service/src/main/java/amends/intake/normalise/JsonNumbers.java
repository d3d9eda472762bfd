package amends.intake.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks [PersonalNumbers] in JSON so that it stays JSON. By some members senders tell their things
/// apart; two that differ must stay different, so these are left as they are.
final class JsonNumbers {

    private static final int LOOKED_BACK = 60;
    private static final Pattern IDENTIFYING =
            Pattern.compile(
                    "\"(?:(?:[A-Za-z]*_)?id|[A-Za-z]+Id|source|conversation|reference|orders?|phones?"
                        + "|accounts?)\"\\s*:\\s*(?:\\[[^\\]\\[{}]*)?\"?$");
    private static final Pattern BARE =
            Pattern.compile("(?<=[:\\[,\\s])\\*{8,15}\\d{0,4}(?=\\s*[,}\\]])");

    private JsonNumbers() {}

    static String masked(String json) {
        String masked = PersonalNumbers.masked(json, JsonNumbers::isIdentifying);
        return masked.equals(json) ? json : withStrings(masked);
    }

    /// What was a number and has stars now becomes a string.
    private static String withStrings(String json) {
        Matcher bare = BARE.matcher(json);
        StringBuilder text = new StringBuilder();
        Quotes quotes = new Quotes(json);
        while (bare.find()) {
            String found = bare.group();
            bare.appendReplacement(
                    text, quotes.isWithinString(bare.start()) ? found : '"' + found + '"');
        }
        return bare.appendTail(text).toString();
    }

    /// Walks through once; each place asked for lies behind the one before.
    private static final class Quotes {

        private final String json;
        private int reached;
        private boolean within;

        private Quotes(String json) {
            this.json = json;
        }

        private boolean isWithinString(int at) {
            for (; reached < at; reached++) {
                if (json.charAt(reached) == '\\') {
                    reached++;
                } else if (json.charAt(reached) == '"') {
                    within = !within;
                }
            }
            return within;
        }
    }

    private static boolean isIdentifying(String text, int start, int end) {
        boolean wholeValue = end < text.length() && text.charAt(end) == '"';
        boolean bare = start > 0 && ":[, ".indexOf(text.charAt(start - 1)) >= 0;
        return (wholeValue || bare)
                && IDENTIFYING
                        .matcher(text.substring(Math.max(0, start - LOOKED_BACK), start))
                        .find();
    }
}
