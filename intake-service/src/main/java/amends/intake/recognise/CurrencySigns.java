package amends.intake.recognise;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Currencies as they stand beside numbers: as signs, as ISO codes and as words.
final class CurrencySigns {

    /// Codes that are also English words in capitals.
    private static final Set<String> WORDS =
            Set.of(
                    "ALL", "TRY", "TOP", "CUP", "PEN", "GEL", "SOS", "MOP", "COP", "BAM", "MAD",
                    "ANG");

    private static final Map<String, Currency> CODES =
            Currency.getAvailableCurrencies().stream()
                    .filter(currency -> !WORDS.contains(currency.getCurrencyCode()))
                    .filter(currency -> !currency.getCurrencyCode().startsWith("X")) // no money
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Currency::getCurrencyCode, currency -> currency));

    private static final Map<String, String> DOLLARS =
            Map.of(
                    "US", "USD", "AU", "AUD", "A", "AUD", "CA", "CAD", "C", "CAD", "NZ", "NZD",
                    "HK", "HKD", "NT", "TWD", "S", "SGD", "R", "BRL");

    /// Countries that write $ for a currency of their own.
    private static final Map<String, Currency> WITH_DOLLARS =
            Stream.of("AU", "CA", "NZ", "HK", "TW", "SG", "MX")
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    region -> region,
                                    region -> Currency.getInstance(Locale.of("", region))));

    private static final Map<String, String> BEHIND =
            Map.ofEntries(
                    Map.entry("円", "JPY"),
                    Map.entry("日元", "JPY"),
                    Map.entry("日圆", "JPY"),
                    Map.entry("日圓", "JPY"),
                    Map.entry("yen", "JPY"),
                    Map.entry("元", "CNY"),
                    Map.entry("块钱", "CNY"),
                    Map.entry("塊錢", "CNY"),
                    Map.entry("人民币", "CNY"),
                    Map.entry("人民幣", "CNY"),
                    Map.entry("rmb", "CNY"),
                    Map.entry("yuan", "CNY"),
                    Map.entry("美元", "USD"),
                    Map.entry("美金", "USD"),
                    Map.entry("米ドル", "USD"),
                    Map.entry("ドル", "USD"),
                    Map.entry("dollars", "USD"),
                    Map.entry("dollar", "USD"),
                    Map.entry("us dollars", "USD"),
                    Map.entry("bucks", "USD"),
                    Map.entry("欧元", "EUR"),
                    Map.entry("歐元", "EUR"),
                    Map.entry("ユーロ", "EUR"),
                    Map.entry("euros", "EUR"),
                    Map.entry("euro", "EUR"),
                    Map.entry("€", "EUR"),
                    Map.entry("£", "GBP"),
                    Map.entry("英镑", "GBP"),
                    Map.entry("港元", "HKD"),
                    Map.entry("港币", "HKD"),
                    Map.entry("港幣", "HKD"),
                    Map.entry("台币", "TWD"),
                    Map.entry("台幣", "TWD"),
                    Map.entry("新台幣", "TWD"),
                    Map.entry("韩元", "KRW"),
                    Map.entry("ウォン", "KRW"));

    private static final List<String> BEHIND_LONGEST_FIRST =
            BEHIND.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();

    /// What makes a sign something else than money: 2元論, a hole as large as a 500円玉.
    private static final Map<String, String> NO_MONEY = Map.of("元", "論论素气氣件系年日旦", "円", "玉硬形柱筒周滑盤弧");

    private final String text;
    private final String language;
    private final String region;

    CurrencySigns(String text, String language, String region) {
        this.text = text;
        this.language = language;
        this.region = region;
    }

    /// @param at where it begins, before a number; where it ends, behind one
    record Sign(Currency currency, int at) {}

    @Nullable Sign before(int at) {
        int sign = at - 1;
        if (sign > 0 && text.charAt(sign) == ' ') {
            sign--;
        }
        if (sign < 0) {
            return null;
        }
        return switch (text.charAt(sign)) {
            case '¥' -> new Sign(yenOrYuan(), sign);
            case '€' -> new Sign(code("EUR"), sign);
            case '£' -> new Sign(code("GBP"), sign);
            case '$' -> dollars(sign);
            default -> codeBefore(sign);
        };
    }

    private Currency yenOrYuan() {
        return code(region.equals("CN") || language.equals("zh") ? "CNY" : "JPY");
    }

    private Sign dollars(int sign) {
        int from = sign;
        while (from > 0 && sign - from < 3 && isCapital(text.charAt(from - 1))) {
            from--;
        }
        String named = DOLLARS.get(text.substring(from, sign));
        return named == null ? new Sign(dollarsOfRegion(), sign) : new Sign(code(named), from);
    }

    private Currency dollarsOfRegion() {
        return WITH_DOLLARS.getOrDefault(region, code("USD"));
    }

    private @Nullable Sign codeBefore(int last) {
        if (last < 2 || !isCapital(text.charAt(last)) || !isCapital(text.charAt(last - 1))) {
            return null;
        }
        boolean alone = last == 2 || !Script.isPartOfWord(text.charAt(last - 3));
        String code = text.substring(last - 2, last + 1);
        Currency currency = code.equals("RMB") ? code("CNY") : CODES.get(code);
        return currency != null && alone ? new Sign(currency, last - 2) : null;
    }

    @Nullable Sign behind(int end) {
        if (end >= text.length()) {
            return null;
        }
        int at = end;
        if ("多余餘余".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        at = Script.afterSpaces(text, at);
        String word = Script.firstAt(text, at, BEHIND_LONGEST_FIRST);
        if (word != null) {
            int next = at + word.length();
            boolean other =
                    next < text.length()
                            && NO_MONEY.getOrDefault(word, "").indexOf(text.charAt(next)) >= 0;
            return other ? null : new Sign(code(BEHIND.getOrDefault(word, "")), next);
        }
        boolean three =
                at + 3 <= text.length()
                        && isCapital(text.charAt(at))
                        && isCapital(text.charAt(at + 1))
                        && isCapital(text.charAt(at + 2))
                        && Script.endsAt(text, at + 3);
        Currency currency = three ? CODES.get(text.substring(at, at + 3)) : null;
        return currency == null ? null : new Sign(currency, at + 3);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static Currency code(String code) {
        return Currency.getInstance(code);
    }
}
