package amends.intake.recognise;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/// Reads amounts of money: a number with a currency right before or behind it. A number alone is
/// none.
final class Amounts {

    private static final int LONGEST = 18;

    private static final Map<Character, Integer> UNITS =
            Map.of('百', 2, '千', 3, '万', 4, '萬', 4, '億', 8, '亿', 8);

    private final String text;
    private final CurrencySigns signs;

    Amounts(String text, String language, String region) {
        this.text = text;
        this.signs = new CurrencySigns(text, language, region);
    }

    record Amount(BigDecimal amount, Currency currency, int start, int end) {}

    private record Read(BigDecimal value, int end) {}

    /// The amount whose first digit stands there.
    @Nullable Amount atDigit(int at) {
        int end = afterFigures(at);
        CurrencySigns.Sign before = signs.before(at);
        if (!mayBeMoney(at, end, before) || end - at > LONGEST) {
            return null;
        }
        int units = afterUnits(end);
        CurrencySigns.Sign behind = signs.behind(units);
        CurrencySigns.Sign sign = behind != null ? behind : before;
        if (sign == null) {
            return null;
        }
        Read number = number(at, end, units, sign.currency());
        if (number == null || (behind == null && goesOn(number.end))) {
            return null;
        }
        BigDecimal value = number.value.stripTrailingZeros();
        if (value.signum() == 0
                || value.scale() > Math.max(0, sign.currency().getDefaultFractionDigits())) {
            return null;
        }
        return new Amount(
                value.scale() < 0 ? value.setScale(0) : value,
                sign.currency(),
                before == null ? at : before.at(),
                behind == null ? number.end : behind.at());
    }

    /// The cheap look at both sides: most numbers are none.
    private boolean mayBeMoney(int at, int end, CurrencySigns.@Nullable Sign before) {
        if (before != null) {
            return true;
        }
        char previous = at == 0 ? ' ' : text.charAt(at - 1);
        return end < text.length()
                && !Script.isPartOfWord(previous)
                && "#./:-_+%".indexOf(previous) < 0;
    }

    private int afterFigures(int at) {
        int end = Script.afterDigits(text, at);
        while (end + 1 < text.length()
                && (text.charAt(end) == ',' || text.charAt(end) == '.')
                && Script.isDigit(text.charAt(end + 1))) {
            end = Script.afterDigits(text, end + 1);
        }
        return end;
    }

    private int afterUnits(int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST && UNITS.containsKey(text.charAt(at))) {
            at = Script.afterDigits(text, at + 1);
        }
        return at;
    }

    private @Nullable Read number(int at, int end, int units, Currency currency) {
        boolean pointsGroup = currency.getCurrencyCode().equals("EUR");
        BigDecimal last = Figures.read(text.substring(at, end), pointsGroup);
        if (last == null) {
            return null;
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        int next = end;
        while (next < units) {
            int power = UNITS.getOrDefault(text.charAt(next), 0);
            if (power < 4) {
                part = part.add(last.scaleByPowerOfTen(power));
            } else {
                total = total.add(part.add(last).scaleByPowerOfTen(power));
                part = BigDecimal.ZERO;
            }
            int digits = Script.afterDigits(text, next + 1);
            last =
                    digits == next + 1 || digits - next > 9
                            ? BigDecimal.ZERO
                            : new BigDecimal(text.substring(next + 1, digits));
            next = digits;
        }
        if (next == end && text.startsWith("k", end)) {
            return new Read(last.scaleByPowerOfTen(3), end + 1);
        }
        return new Read(total.add(part).add(last), next);
    }

    private boolean goesOn(int end) {
        return end < text.length()
                && (Script.isPartOfWord(text.charAt(end)) || text.charAt(end) == '%');
    }
}
