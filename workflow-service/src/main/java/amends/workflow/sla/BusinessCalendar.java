package amends.workflow.sla;

import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts business time: the seconds during which the wall clock of a zone stands within the
/// opening hours of a day that is no holiday. Where clocks are put back, an hour that occurs twice
/// counts twice; where they are put forward, the hour that does not occur counts for nothing.
///
/// It counts whole days too, for deadlines that law sets: the day on which something arrives is
/// never one of them, and a deadline is the end of its day.
public final class BusinessCalendar {

    private static final int LONGEST_SEARCH_DAYS = 366 * 20;

    private final PolicyVersion version;
    private final ZoneId zone;
    private final Timetable timetable;
    private final Openings openings;

    private BusinessCalendar(PolicyVersion version, ZoneId zone, Timetable timetable) {
        this.version = version;
        this.zone = zone;
        this.timetable = timetable;
        this.openings = new Openings(zone.getRules(), timetable);
    }

    /// @param dates own hours on single dates, holidays or not; none means closed
    private record Body(
            ZoneId zone,
            Map<DayOfWeek, List<OpeningHours>> week,
            Map<LocalDate, List<OpeningHours>> dates,
            List<Holidays.Region> holidays,
            Set<LocalDate> closed,
            Set<LocalDate> open) {}

    /// @throws InvalidPolicy when it can't be followed
    public static BusinessCalendar parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        Holidays holidays = new Holidays(body.holidays(), body.closed(), body.open());
        try {
            Timetable timetable = new Timetable(body.week(), body.dates(), holidays);
            return new BusinessCalendar(published.version(), body.zone(), timetable);
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicy(published.version().name(), String.valueOf(e.getMessage()));
        }
    }

    public PolicyVersion version() {
        return version;
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isHoliday(LocalDate date) {
        return timetable.isHoliday(date);
    }

    public boolean isBusinessDay(LocalDate date) {
        return timetable.isBusinessDay(date);
    }

    /// Whether a person can be expected to work at this instant.
    public boolean isOpen(Instant at) {
        long second = at.getEpochSecond();
        long[] open = openings.on(openings.epochDay(second));
        for (int i = 0; i < open.length; i += 2) {
            if (second >= open[i] && second < open[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /// The instant at which `duration` of business time has passed since `start`. When that is a
    /// closing time, it is that closing time and not the next opening.
    ///
    /// @throws IllegalArgumentException when `duration` is not positive
    public Instant plusBusiness(Instant start, Duration duration) {
        checkPositive(duration);
        Instant from = start;
        Duration left = duration;
        long day = openings.epochDay(start.getEpochSecond()) - 1;
        for (long last = day + longestSearch(duration); day < last; day++) {
            long[] open = openings.on(day);
            for (int i = 0; i < open.length; i += 2) {
                Instant opens = later(from, Instant.ofEpochSecond(open[i]));
                Duration usable = Duration.between(opens, Instant.ofEpochSecond(open[i + 1]));
                if (usable.compareTo(left) >= 0) {
                    return opens.plus(left);
                }
                left = usable.isPositive() ? left.minus(usable) : left;
            }
        }
        throw neverOpen(duration, "after", start);
    }

    /// The latest instant from which `duration` of business time passes until `end`. When that is
    /// an opening time, it is that opening time and not the closing before.
    ///
    /// @throws IllegalArgumentException when `duration` is not positive
    public Instant minusBusiness(Instant end, Duration duration) {
        checkPositive(duration);
        Duration left = duration;
        long day = openings.epochDay(end.getEpochSecond()) + 1;
        for (long first = day - longestSearch(duration); day > first; day--) {
            long[] open = openings.on(day);
            for (int i = open.length - 2; i >= 0; i -= 2) {
                Instant closes = earlier(end, Instant.ofEpochSecond(open[i + 1]));
                Duration usable = Duration.between(Instant.ofEpochSecond(open[i]), closes);
                if (usable.compareTo(left) >= 0) {
                    return closes.minus(left);
                }
                left = usable.isPositive() ? left.minus(usable) : left;
            }
        }
        throw neverOpen(duration, "before", end);
    }

    private static void checkPositive(Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("Business time is positive, not " + duration);
        }
    }

    private static long longestSearch(Duration duration) {
        return LONGEST_SEARCH_DAYS + duration.toDays() * 7;
    }

    private IllegalArgumentException neverOpen(Duration duration, String side, Instant instant) {
        return new IllegalArgumentException(
                "Calendar %s is never open for %s %s %s"
                        .formatted(version, duration, side, instant));
    }

    /// The business time between two instants; zero when `end` is not after `start`.
    public Duration businessBetween(Instant start, Instant end) {
        Duration sum = Duration.ZERO;
        long last = openings.epochDay(end.getEpochSecond()) + 1;
        for (long day = openings.epochDay(start.getEpochSecond()) - 1; day <= last; day++) {
            long[] open = openings.on(day);
            for (int i = 0; i < open.length; i += 2) {
                Instant from = later(start, Instant.ofEpochSecond(open[i]));
                Instant to = earlier(end, Instant.ofEpochSecond(open[i + 1]));
                Duration usable = Duration.between(from, to);
                sum = usable.isPositive() ? sum.plus(usable) : sum;
            }
        }
        return sum;
    }

    /// The n-th business day after a date, or before it when `count` is negative.
    public LocalDate plusBusinessDays(LocalDate date, int count) {
        int step = Integer.signum(count);
        LocalDate day = date;
        for (int left = Math.abs(count), tries = 0; left > 0; tries++) {
            day = day.plusDays(step);
            left -= isBusinessDay(day) ? 1 : 0;
            if (tries > LONGEST_SEARCH_DAYS + 7 * Math.abs(count)) {
                throw neverOpen(
                        Duration.ofDays(count), "from", date.atStartOfDay(zone).toInstant());
            }
        }
        return day;
    }

    /// Closing time of the n-th business day after the day of `start`.
    public Instant endOfBusinessDay(Instant start, int count) {
        LocalDate day = plusBusinessDays(LocalDate.ofInstant(start, zone), count);
        long[] open = openings.on(day.toEpochDay());
        return open.length == 0 ? endOf(day) : Instant.ofEpochSecond(open[open.length - 1]);
    }

    /// The end of the n-th day after the day of `start`, whatever day it is.
    public Instant endOfCalendarDay(Instant start, int count) {
        return endOf(LocalDate.ofInstant(start, zone).plusDays(count));
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
