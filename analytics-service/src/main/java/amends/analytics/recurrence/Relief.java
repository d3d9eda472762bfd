package amends.analytics.recurrence;

import amends.analytics.recurrence.ClusterFigure.Period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether a fix helped: how many customers told the concern in a week, before and since. Somebody
/// who tells it on two days counts twice.
///
/// @param before a week, in the four weeks before the fix
/// @param since a week, since the day after it
/// @param days that have passed since
public record Relief(double before, double since, long days) {

    private static final int DAYS_BEFORE = 28;
    private static final double WEEK = 7;

    /// Empty on the day of the fix, and when days before it are not known any more.
    ///
    /// @param told the last days on which it was told, oldest first
    /// @param complete whether those are all
    public static Optional<Relief> of(
            List<Period> told, boolean complete, LocalDate fixed, LocalDate today) {
        long days = ChronoUnit.DAYS.between(fixed, today);
        LocalDate first = fixed.minusDays(DAYS_BEFORE);
        boolean known = complete || (!told.isEmpty() && !day(told.getFirst()).isAfter(first));
        return days < 1 || !known
                ? Optional.empty()
                : Optional.of(
                        new Relief(
                                customers(told, day -> !day.isBefore(first) && day.isBefore(fixed))
                                        * WEEK
                                        / DAYS_BEFORE,
                                customers(told, day -> day.isAfter(fixed)) * WEEK / days,
                                days));
    }

    private static int customers(List<Period> told, Predicate<LocalDate> wanted) {
        return told.stream()
                .filter(period -> wanted.test(day(period)))
                .mapToInt(Period::distinctCustomers)
                .sum();
    }

    private static LocalDate day(Period period) {
        return LocalDate.parse(period.period());
    }
}
