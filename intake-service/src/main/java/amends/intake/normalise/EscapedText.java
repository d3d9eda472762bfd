package amends.intake.normalise;

import java.nio.charset.StandardCharsets;

/// JSON as people read it: characters that are written by their number, such as `u4e00` behind a
/// backslash, stand for themselves, and each is known by its place in the JSON.
final class EscapedText {

    private static final int LENGTH = 6;

    private final String json;
    private final String text;

    /// Where each character of the text begins, and the end.
    private final int[] places;

    private EscapedText(String json, String text, int[] places) {
        this.json = json;
        this.text = text;
        this.places = places;
    }

    String text() {
        return text;
    }

    /// Whether a digit is written so, or what stands between two.
    static boolean mayHideNumbers(byte[] json) {
        for (int i = 0; i + LENGTH <= json.length; i++) {
            if (json[i] == '\\' && json[i + 1] == 'u') {
                char c = escaped(new String(json, i, LENGTH, StandardCharsets.ISO_8859_1), 0);
                if (DigitRun.isDigit(c)
                        || (DigitRun.isSeparator(c)
                                && (isDigit(json, i - 1) || isDigit(json, i + LENGTH)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDigit(byte[] json, int at) {
        return at >= 0 && at < json.length && DigitRun.isDigit((char) json[at]);
    }

    static EscapedText of(String json) {
        StringBuilder text = new StringBuilder(json.length());
        int[] places = new int[json.length() + 1];
        for (int at = 0; at < json.length(); ) {
            places[text.length()] = at;
            char c = json.charAt(at);
            char escaped = c == '\\' ? escaped(json, at) : 0;
            if (escaped > 0) {
                text.append(escaped);
                at += LENGTH;
            } else if (c == '\\' && at + 1 < json.length()) {
                places[text.length() + 1] = at + 1;
                text.append(c).append(json.charAt(at + 1));
                at += 2;
            } else {
                text.append(c);
                at++;
            }
        }
        places[text.length()] = json.length();
        return new EscapedText(json, text.toString(), places);
    }

    /// The JSON with another text of the same length; what is the same in both stays as it is.
    String with(String changed) {
        StringBuilder whole = new StringBuilder(json.length());
        for (int i = 0; i < text.length(); i++) {
            if (changed.charAt(i) == text.charAt(i)) {
                whole.append(json, places[i], places[i + 1]);
            } else {
                whole.append(changed.charAt(i));
            }
        }
        return whole.toString();
    }

    /// The character that is written here by its number; 0 when none is, or one that JSON needs
    /// written so.
    private static char escaped(String json, int at) {
        if (at + LENGTH > json.length() || json.charAt(at + 1) != 'u') {
            return 0;
        }
        int code = 0;
        for (int i = at + 2; i < at + LENGTH; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return 0;
            }
            code = code * 16 + digit;
        }
        return code < ' ' || code == '"' || code == '\\' ? 0 : (char) code;
    }
}
