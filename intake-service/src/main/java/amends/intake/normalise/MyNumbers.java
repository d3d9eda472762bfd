package amends.intake.normalise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The Japanese My Number: twelve digits, the last of which checks the others. One in eleven other
/// numbers of twelve digits passes too (parcels', orders', telephones'), so only one that is called
/// a My Number close by is taken for it.
final class MyNumbers {

    private static final int LENGTH = 12;
    private static final int WORDS_BESIDE = 24;
    private static final List<Integer> PRINTED = List.of(4, 4, 4);
    private static final Pattern NAMED = Pattern.compile("マイナンバー|個人番号|my[ -]?number");

    private MyNumbers() {}

    static boolean isMyNumber(DigitRun.Span span) {
        String digits = span.plain();
        boolean printed = span.whole() && span.groups().equals(PRINTED);
        if (digits.length() != LENGTH || (span.groups().size() > 1 && !printed)) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            int digit = digits.charAt(LENGTH - 1 - n) - '0';
            sum += digit * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return digits.charAt(LENGTH - 1) - '0' == (rest <= 1 ? 0 : 11 - rest);
    }

    /// Before or behind it.
    static boolean isNamed(String text, int start, int end) {
        String beside =
                text.substring(Math.max(0, start - WORDS_BESIDE), start)
                        + "\n"
                        + text.substring(end, Math.min(text.length(), end + WORDS_BESIDE));
        return NAMED.matcher(beside.toLowerCase(Locale.ROOT)).find();
    }
}
