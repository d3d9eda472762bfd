package amends.workflow.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// When it is open on which date: the hours of the week, none on holidays, own hours on single
/// dates. A shift past midnight belongs to the date on which it begins: it goes on into a holiday,
/// and one that would begin on a holiday does not take place.
final class Timetable {

    private final Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<OpeningHours>> dates;
    private final Holidays holidays;

    /// @throws IllegalArgumentException when it is never open, or twice at once
    Timetable(
            Map<DayOfWeek, List<OpeningHours>> week,
            Map<LocalDate, List<OpeningHours>> dates,
            Holidays holidays) {
        if (week.values().stream().allMatch(Collection::isEmpty)) {
            throw new IllegalArgumentException("give at least one day of the week opening hours");
        }
        week.forEach((day, hours) -> this.week.put(day, sorted(hours)));
        this.dates = new TreeMap<>();
        dates.forEach((date, hours) -> this.dates.put(date, sorted(hours)));
        this.holidays = holidays;
    }

    private static List<OpeningHours> sorted(List<OpeningHours> hours) {
        List<OpeningHours> sorted = hours.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw new IllegalArgumentException(
                        "opening hours %s and %s overlap"
                                .formatted(sorted.get(i - 1), sorted.get(i)));
            }
        }
        return sorted;
    }

    boolean isHoliday(LocalDate date) {
        return holidays.contain(date);
    }

    /// A day on which work begins at some time.
    boolean isBusinessDay(LocalDate date) {
        return !beginningOn(date).isEmpty();
    }

    private List<OpeningHours> beginningOn(LocalDate date) {
        List<OpeningHours> own = dates.get(date);
        if (own != null) {
            return own;
        }
        return holidays.contain(date)
                ? List.of()
                : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /// What is open between the midnights of a date, in order and apart: the rest of last night's
    /// shift first.
    List<OpeningHours> on(LocalDate date) {
        List<OpeningHours> open = new ArrayList<>();
        for (OpeningHours last : beginningOn(date.minusDays(1))) {
            if (last.to() > OpeningHours.DAY) {
                join(open, 0, last.to() - OpeningHours.DAY);
            }
        }
        for (OpeningHours hours : beginningOn(date)) {
            join(open, hours.from(), Math.min(OpeningHours.DAY, hours.to()));
        }
        return open;
    }

    private static void join(List<OpeningHours> open, int from, int to) {
        if (open.isEmpty() || from > open.getLast().to()) {
            open.add(new OpeningHours(from, to));
            return;
        }
        OpeningHours last = open.removeLast();
        open.add(new OpeningHours(last.from(), Math.max(last.to(), to)));
    }
}
