package amends.intake.normalise;

import java.util.regex.Pattern;

/// Masks [PersonalNumbers] in JSON so that it stays JSON. By some members senders tell their things
/// apart; two that differ must stay different, so these are left as they are.
final class JsonNumbers {

    private static final int LOOKED_BACK = 60;
    private static final Pattern IDENTIFYING =
            Pattern.compile(
                    "\"(?:(?:[A-Za-z]*_)?id|[A-Za-z]+Id|source|conversation|reference|orders?|phones?"
                        + "|accounts?)\"\\s*:\\s*(?:\\[[^\\]\\[{}]*)?\"?$");
    private static final String ESCAPE = "\\u";

    /// Of any number that is masked there are more.
    private static final String STARS = "********";

    private static final String OF_NUMBERS = "0123456789*.+-eE";

    private JsonNumbers() {}

    static String masked(String json) {
        String masked = json.contains(ESCAPE) ? asRead(json) : digits(json);
        return masked.equals(json) ? json : withStrings(masked);
    }

    private static String asRead(String json) {
        EscapedText escaped = EscapedText.of(json);
        return escaped.with(digits(escaped.text()));
    }

    private static String digits(String json) {
        return PersonalNumbers.masked(json, JsonNumbers::isIdentifying);
    }

    /// What was a number and has stars now becomes a string.
    private static String withStrings(String json) {
        StringBuilder text = new StringBuilder(json.length() + 2);
        boolean quoted = false;
        for (int at = 0; at < json.length(); ) {
            char c = json.charAt(at);
            int end = quoted ? quotedEnd(json, at) : bareEnd(json, at);
            boolean masked = !quoted && json.substring(at, end).contains(STARS);
            text.append(masked ? "\"" : "").append(json, at, end).append(masked ? "\"" : "");
            quoted ^= c == '"';
            at = end;
        }
        return text.toString();
    }

    private static int quotedEnd(String json, int at) {
        return Math.min(json.length(), json.charAt(at) == '\\' ? at + 2 : at + 1);
    }

    /// Of a number, or of one character that is none.
    private static int bareEnd(String json, int at) {
        int end = at;
        while (end < json.length() && OF_NUMBERS.indexOf(json.charAt(end)) >= 0) {
            end++;
        }
        return Math.max(end, at + 1);
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
