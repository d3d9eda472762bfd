package amends.intake.recognise;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/// A day and where in the text it stands.
///
/// @param end behind its words
record Day(LocalDate date, int start, int end) {

    private static final int FIRST_YEAR = 1950;
    private static final int MOST_YEARS_AHEAD = 5;
    private static final Set<String> AHEAD = Set.of("by", "until", "till", "before");
    private static final List<String> AHEAD_BEHIND = List.of("まで", "迄", "之前", "以前");

    /// @param year 0: none is said
    static @Nullable Day said(
            String text, int start, int end, int year, int month, int day, Habit habit) {
        if (year > 0) {
            return told(start, end, year, month, day, habit);
        }
        boolean mayLieAhead =
                AHEAD.contains(Neighbours.wordBefore(text, start))
                        || Script.firstAt(text, end, AHEAD_BEHIND) != null;
        try {
            MonthDay said = MonthDay.of(month, day);
            return new Day(YearsUnsaid.meant(said, habit.received(), mayLieAhead), start, end);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Day told(int start, int end, int year, int month, int day, Habit habit) {
        boolean possible =
                isPossible(year, habit)
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth();
        return possible ? new Day(LocalDate.of(year, month, day), start, end) : null;
    }

    static boolean isPossible(int year, Habit habit) {
        return year >= FIRST_YEAR && year <= habit.received().getYear() + MOST_YEARS_AHEAD;
    }
}
