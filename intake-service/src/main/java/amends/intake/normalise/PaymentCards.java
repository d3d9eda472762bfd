package amends.intake.normalise;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a payment card's number looks like (ISO/IEC 7812).
final class PaymentCards {

    /// The last digits, by which its holder knows it.
    static final int STAYING = 4;

    private static final int SHORTEST = 14;

    /// The ranges of the issuers that are met in practice.
    private static final Pattern ISSUED =
            Pattern.compile(
                    String.join(
                            "|",
                            "4\\d{15}(?:\\d{3})?",
                            "5[1-5]\\d{14}",
                            "2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}",
                            "3[47]\\d{13}",
                            "35(?:2[89]|[3-8]\\d)\\d{12}",
                            "3(?:0[0-5]|[689]\\d)\\d{11}",
                            "6(?:011|4[4-9]\\d|5\\d\\d)\\d{12}",
                            "62\\d{14,17}"));

    private static final Set<List<Integer>> PRINTED =
            Set.of(
                    List.of(4, 4, 4, 4),
                    List.of(4, 4, 4, 4, 3),
                    List.of(4, 6, 5),
                    List.of(4, 6, 4),
                    List.of(6, 13),
                    List.of(8, 8));

    private PaymentCards() {}

    static boolean isCard(String digits, List<Integer> groups) {
        return digits.length() >= SHORTEST
                && (groups.size() == 1 || PRINTED.contains(groups))
                && ISSUED.matcher(digits).matches()
                && isSound(digits);
    }

    private static boolean isSound(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
