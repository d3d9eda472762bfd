package amends.analytics.recurrence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/// Whether ever more customers share a concern.
///
/// The last days are compared with the weeks before them. When complaints came as rarely as usual,
/// so many would come in these days only with the given chance (Poisson); a small chance means that
/// something has changed.
///
/// @param rising whether something has changed for the worse
/// @param recentCustomers in the last days; somebody who complains on two days counts twice here
/// @param usualCustomers in as many days before
/// @param chance from 0 to 1
/// @param until the last day looked at
public record Trend(
        boolean rising,
        int recentCustomers,
        double usualCustomers,
        double chance,
        LocalDate until) {

    /// When a concern is rising.
    ///
    /// @param recentDays how many days are recent
    /// @param usualWeeks how many weeks before them are compared with
    /// @param fewestCustomers fewer recent ones are never a trend
    /// @param rarest what is assumed to be usual, in customers per recent days, where nothing came
    ///   before
    /// @param chance below which it is no accident
    public record Rule(
            int recentDays, int usualWeeks, int fewestCustomers, double rarest, double chance) {

        private static final int DAYS_OF_WEEK = 7;

        /// Returns the first of the recent days up to `until`.
        public LocalDate recentSince(LocalDate until) {
            return until.minusDays(recentDays - 1L);
        }

        LocalDate usualSince(LocalDate until) {
            return recentSince(until).minusDays((long) usualWeeks * DAYS_OF_WEEK);
        }
    }

    /// Looks at the days up to `until`.
    ///
    /// @param customersByDay distinct customers of each day
    /// @param history the first day of which complaints are known at all; before it nothing can
    ///   have been usual
    static Trend of(
            Rule rule,
            SortedMap<LocalDate, Integer> customersByDay,
            LocalDate history,
            LocalDate until) {
        LocalDate recentSince = rule.recentSince(until);
        LocalDate usualSince = later(rule.usualSince(until), history);
        int recent = sum(customersByDay, recentSince, until.plusDays(1));
        long usualDays = Math.max(0, ChronoUnit.DAYS.between(usualSince, recentSince));
        double perDay =
                usualDays == 0
                        ? 0
                        : (double) sum(customersByDay, usualSince, recentSince) / usualDays;
        double usual = Math.max(rule.rarest(), perDay * rule.recentDays());
        double chance = chanceOfAtLeast(recent, usual);
        boolean rising = recent >= rule.fewestCustomers() && chance < rule.chance();
        return new Trend(rising, recent, usual, chance, until);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static int sum(SortedMap<LocalDate, Integer> customers, LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? customers.subMap(from, to).values().stream().mapToInt(Integer::intValue).sum()
                : 0;
    }

    /// One less the chances of 0, 1, … up to one fewer.
    private static double chanceOfAtLeast(int count, double expected) {
        double chance = Math.exp(-expected);
        double fewer = 0;
        for (int i = 0; i < count; i++) {
            fewer += chance;
            chance *= expected / (i + 1);
        }
        return Math.max(0, 1 - fewer);
    }
}
