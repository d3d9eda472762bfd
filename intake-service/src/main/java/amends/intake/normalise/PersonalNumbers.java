package amends.intake.normalise;

import java.util.Optional;

/// Numbers that nobody should have sent: payment cards, known by their issuer's first digits and
/// Luhn's check, and the Japanese My Number, known by its check digit and by a word beside it that
/// names it. Of a card the last four digits stay, of a My Number none.
public final class PersonalNumbers {

    private static final int SHORTEST = 12;

    private PersonalNumbers() {}

    /// May such a number be left as it is where it stands, for example as the sender's own id?
    @FunctionalInterface
    public interface Exemption {

        Exemption NONE = (text, start, end) -> false;

        boolean holds(String text, int start, int end);
    }

    /// The same text when there is nothing to mask; otherwise one of the same length.
    public static String masked(String text) {
        return masked(text, Exemption.NONE);
    }

    static String masked(String text, Exemption exemption) {
        if (!mayContain(text)) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (int at = nextDigit(text, 0); at >= 0; ) {
            DigitRun run = DigitRun.at(text, at);
            if (run.digits() >= SHORTEST) {
                run.eachSpan(span -> mask(text, span, exemption, masked));
            }
            at = nextDigit(text, run.end());
        }
        return text.contentEquals(masked) ? text : masked.toString();
    }

    /// Whether twelve digits may follow each other somewhere: of any that do, at least one is
    /// looked at.
    private static boolean mayContain(String text) {
        for (int at = 0; at + 1 < text.length(); at += SHORTEST - 1) {
            if ((DigitRun.isDigit(text.charAt(at)) || DigitRun.isDigit(text.charAt(at + 1)))
                    && DigitRun.digitsAround(text, at) >= SHORTEST) {
                return true;
            }
        }
        return false;
    }

    private static void mask(
            String text, DigitRun.Span span, Exemption exemption, StringBuilder masked) {
        kept(text, span)
                .filter(it -> !DigitRun.isPartOfAWord(text, it.start(), it.end()))
                .filter(it -> !exemption.holds(text, it.start(), it.end()))
                .ifPresent(it -> mask(masked, it));
    }

    /// The span with how many of its digits stay, when it is one of these numbers.
    private static Optional<DigitRun.Span> kept(String text, DigitRun.Span span) {
        if (PaymentCards.isCard(span.plain(), span.groups())) {
            return Optional.of(span.keeping(PaymentCards.STAYING));
        }
        return MyNumbers.isMyNumber(span) && MyNumbers.isNamed(text, span.start(), span.end())
                ? Optional.of(span.keeping(0))
                : Optional.empty();
    }

    private static void mask(StringBuilder text, DigitRun.Span span) {
        int left = span.plain().length() - span.staying();
        for (int i = span.start(); i < span.end() && left > 0; i++) {
            if (DigitRun.isDigit(text.charAt(i))) {
                text.setCharAt(i, text.charAt(i) <= '9' ? '*' : '＊');
                left--;
            }
        }
    }

    private static int nextDigit(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (DigitRun.isDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
