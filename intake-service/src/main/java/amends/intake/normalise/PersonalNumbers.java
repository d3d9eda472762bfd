package amends.intake.normalise;

import java.util.List;
import java.util.Optional;

/// Numbers that nobody should have sent: payment cards, known by their issuer's first digits and
/// Luhn's check, and the Japanese My Number, known by its check digit. Of a card the last four
/// digits stay, of a My Number none.
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
        StringBuilder masked = null;
        for (int at = nextDigit(text, 0); at >= 0; ) {
            DigitRun run = DigitRun.at(text, at);
            for (DigitRun.Span span : found(text, run)) {
                if (!exemption.holds(text, span.start(), span.end())) {
                    masked = masked == null ? new StringBuilder(text) : masked;
                    mask(masked, span);
                }
            }
            at = nextDigit(text, run.end());
        }
        return masked == null ? text : masked.toString();
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

    private static List<DigitRun.Span> found(String text, DigitRun run) {
        return run.digits() < SHORTEST || run.isPartOfAWord(text)
                ? List.of()
                : run.spans().stream().flatMap(span -> kept(text, span).stream()).toList();
    }

    /// The span with how many of its digits stay, when it is one of these numbers.
    private static Optional<DigitRun.Span> kept(String text, DigitRun.Span span) {
        if (PaymentCards.isCard(span.plain(), span.groups())) {
            return Optional.of(span.keeping(PaymentCards.STAYING));
        }
        return MyNumbers.isMyNumber(span) && !MyNumbers.isSaidToBeAnother(text, span.start())
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
