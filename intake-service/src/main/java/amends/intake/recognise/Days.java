package amends.intake.recognise;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads days. Where no year is said, it is the last such day; only what has to be done by a day
/// may also be meant for the next one.
final class Days {

    /// The year before the first of an era of Japan.
    private static final Map<String, Integer> ERAS = Map.of("令和", 2018, "平成", 1988, "昭和", 1925);

    private static final int CENTURY = 2000;
    private static final List<String> DAY_SIGNS = List.of("日", "号", "號");
    private static final List<String> ORDINALS = List.of("st", "nd", "rd", "th");

    /// Without one of these beside it, 11/3 is rather a share or a score.
    private static final Set<String> CUES =
            Set.of(
                    "on", "since", "from", "until", "till", "by", "before", "after", "dated",
                    "date", "around");

    private static final String CUES_BEFORE = "于在自从從到";
    private static final String CUES_BEHIND = "にかよまごご以午(夜朝昼付頃到起前后後";

    private final Lexicon months;

    Days(Lexicon months) {
        this.months = months;
    }

    /// The day whose first digit stands there.
    @Nullable Day atDigit(String text, int at, Habit habit) {
        int end = Script.afterDigits(text, at);
        int length = end - at;
        if (end >= text.length() || length > 4 || length == 3 || Neighbours.isGlued(text, at)) {
            return null;
        }
        return length == 4 ? yearFirst(text, at, end, habit) : shortFirst(text, at, end, habit);
    }

    private @Nullable Day yearFirst(String text, int at, int end, Habit habit) {
        int year = number(text, at, end);
        char sign = text.charAt(end);
        if (sign == '年') {
            return monthAndDay(text, at, end + 1, year, habit);
        }
        if (sign != '-' && sign != '/' && sign != '.') {
            return null;
        }
        int month = Script.afterDigits(text, end + 1);
        if (!isShort(text, end + 1, month)
                || month >= text.length()
                || text.charAt(month) != sign) {
            return null;
        }
        int day = Script.afterDigits(text, month + 1);
        return isShort(text, month + 1, day) && Neighbours.isOver(text, day)
                ? Day.told(
                        at,
                        day,
                        year,
                        number(text, end + 1, month),
                        number(text, month + 1, day),
                        habit)
                : null;
    }

    private @Nullable Day shortFirst(String text, int at, int end, Habit habit) {
        char sign = text.charAt(end);
        if (sign == '月') {
            return behindAnotherYear(text, at)
                    ? null
                    : monthAndDay(text, at, at, saidYear(text, at, habit), habit);
        }
        if (sign == '年') {
            return shortYearFirst(text, at, end, habit);
        }
        if (sign == '/' || sign == '.' || sign == '-') {
            return pair(text, at, end, habit);
        }
        return namedMonthBehind(text, at, end, habit);
    }

    /// 令和8年11月3日, 26年11月3日
    private static @Nullable Day shortYearFirst(String text, int at, int end, Habit habit) {
        int said = number(text, at, end);
        Integer era = at < 2 ? null : ERAS.get(text.substring(at - 2, at));
        if (era != null) {
            return monthAndDay(text, at - 2, end + 1, era + said, habit);
        }
        int year = CENTURY + said;
        return end - at == 2 && year <= habit.received().getYear()
                ? monthAndDay(text, at, end + 1, year, habit)
                : null;
    }

    /// Of a year that is too far away, or that no day of it fits.
    private static boolean behindAnotherYear(String text, int at) {
        return at > 1 && text.charAt(at - 1) == '年' && Script.isDigit(text.charAt(at - 2));
    }

    private static int saidYear(String text, int at, Habit habit) {
        String before = at < 2 ? "" : text.substring(at - 2, at);
        return switch (before) {
            case "昨年", "去年" ->
                    habit.received().getYear()
                            - (text.startsWith("一", Math.max(0, at - 3)) ? 2 : 1);
            case "今年", "本年" -> habit.received().getYear();
            default -> 0;
        };
    }

    /// 11月3日
    private static @Nullable Day monthAndDay(
            String text, int start, int from, int year, Habit habit) {
        int month = Script.afterDigits(text, from);
        if (!isShort(text, from, month) || !text.startsWith("月", month)) {
            return null;
        }
        int day = Script.afterDigits(text, month + 1);
        if (!isShort(text, month + 1, day) || Script.firstAt(text, day, DAY_SIGNS) == null) {
            return null;
        }
        return Day.said(
                text,
                start,
                day + 1,
                year,
                number(text, from, month),
                number(text, month + 1, day),
                habit);
    }

    /// 11/3, 3.11.2026
    private static @Nullable Day pair(String text, int at, int end, Habit habit) {
        char sign = text.charAt(end);
        int second = Script.afterDigits(text, end + 1);
        if (!isShort(text, end + 1, second)) {
            return null;
        }
        int one = number(text, at, end);
        int two = number(text, end + 1, second);
        boolean dayFirst = one > 12 || (habit.dayFirst() && two <= 12);
        int month = dayFirst ? two : one;
        int day = dayFirst ? one : two;
        if (text.startsWith(String.valueOf(sign), second)) {
            int year = Script.afterDigits(text, second + 1);
            int said = year > second + 1 ? number(text, second + 1, year) : 0;
            boolean full = year - second - 1 == 4;
            boolean shortened = sign == '/' && year - second - 1 == 2;
            return (full || shortened) && Neighbours.isOver(text, year)
                    ? Day.told(at, year, full ? said : CENTURY + said, month, day, habit)
                    : null;
        }
        return sign == '/' && Neighbours.isOver(text, second) && hasCue(text, at, second)
                ? Day.said(text, at, second, 0, month, day, habit)
                : null;
    }

    private static boolean hasCue(String text, int at, int end) {
        return CUES.contains(Neighbours.wordBefore(text, at))
                || (at > 0 && CUES_BEFORE.indexOf(text.charAt(at - 1)) >= 0)
                || (end < text.length() && CUES_BEHIND.indexOf(text.charAt(end)) >= 0);
    }

    /// 3rd of November 2026
    private @Nullable Day namedMonthBehind(String text, int at, int end, Habit habit) {
        String ordinal = Script.firstAt(text, end, ORDINALS);
        int next = Script.afterSpaces(text, end + (ordinal == null ? 0 : 2));
        if (text.startsWith("of ", next)) {
            next = Script.afterSpaces(text, next + 3);
        }
        if (next == end || next >= text.length()) {
            return null;
        }
        Lexicon.Entry month = months.at(text, next, Lexicon.key(text, next));
        return month != null && month.term() instanceof Term.Month(int number)
                ? withYear(
                        text,
                        at,
                        next + month.spelling().length(),
                        number,
                        number(text, at, end),
                        habit)
                : null;
    }

    /// November 3rd, 2026
    ///
    /// @param end behind the month
    @Nullable Day afterMonth(String text, int start, int end, int month, Habit habit) {
        int at = Script.afterSpaces(text, text.startsWith(".", end) ? end + 1 : end);
        int digits = Script.afterDigits(text, at);
        if (at == end || !isShort(text, at, digits)) {
            return null;
        }
        boolean ordinal = Script.firstAt(text, digits, ORDINALS) != null;
        int day = ordinal ? digits + 2 : digits;
        if (!Neighbours.isOver(text, day)
                || text.startsWith("%", day)
                || text.startsWith(":", day)) {
            return null;
        }
        Day found = withYear(text, start, day, month, number(text, at, digits), habit);
        boolean sure = ordinal || found == null || found.end() > day;
        return sure || month != 5 || !Neighbours.beginsSentence(text, start) ? found : null;
    }

    private static @Nullable Day withYear(
            String text, int start, int end, int month, int day, Habit habit) {
        int at = Script.afterSpaces(text, text.startsWith(",", end) ? end + 1 : end);
        int digits = Script.afterDigits(text, at);
        if (at > end && digits - at == 4 && Neighbours.isOver(text, digits)) {
            int year = number(text, at, digits);
            if (Day.isPossible(year, habit)) {
                return Day.told(start, digits, year, month, day, habit);
            }
        }
        return Day.said(text, start, end, 0, month, day, habit);
    }

    private static boolean isShort(String text, int from, int end) {
        return end - from == 1 || (end - from == 2 && end <= text.length());
    }

    private static int number(String text, int from, int end) {
        return Integer.parseInt(text, from, end, 10);
    }
}
