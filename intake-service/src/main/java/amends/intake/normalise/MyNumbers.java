package amends.intake.normalise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The Japanese My Number: twelve digits, the last of which checks the others. One in eleven other
/// numbers of twelve digits passes too, so what is said to be a parcel's, an order's or a
/// telephone's number is left alone.
final class MyNumbers {

    private static final int LENGTH = 12;
    private static final int WORDS_BEFORE = 24;
    private static final List<Integer> PRINTED = List.of(4, 4, 4);
    private static final Pattern NAMED = Pattern.compile("マイナンバー|個人番号|my[ -]?number");
    private static final Pattern ANOTHER =
            Pattern.compile(
                    "追跡|伝票|送り状|問い?合わ?せ|荷物|注文|受注|オーダー|電話|携帯|シリアル|製造番号"
                            + "|会員|顧客|契約|お客様番号|口座|track|order|parcel|shipment|invoice|phone|tel|fax"
                            + "|serial|account|member|isbn|jan");

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

    static boolean isSaidToBeAnother(String text, int start) {
        String before =
                text.substring(Math.max(0, start - WORDS_BEFORE), start).toLowerCase(Locale.ROOT);
        return ANOTHER.matcher(before).find() && !NAMED.matcher(before).find();
    }
}
