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
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Counts business time: the seconds during which the wall clock of a zone stands within the
/// opening hours of a day that is no holiday. Where clocks are put back, an hour that occurs twice
/// counts twice; where they are put forward, the hour that does not occur counts for nothing.
public final class BusinessCalendar {

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int LONGEST_SEARCH_DAYS = 366 * 20;

    private final PolicyVersion version;
    private final ZoneRules zone;
    private final Map<DayOfWeek, List<OpeningHours>> week;
    private final Holidays holidays;

    /// Epoch seconds `[open, close, open, close, …]` by epoch day; a day is worked out once.
    private final Map<Long, long[]> days = new ConcurrentHashMap<>();

    private BusinessCalendar(
            PolicyVersion version,
            ZoneId zone,
            Map<DayOfWeek, List<OpeningHours>> week,
            Holidays holidays) {
        this.version = version;
        this.zone = zone.getRules();
        this.week = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> this.week.put(day, hours.stream().sorted().toList()));
        this.holidays = holidays;
    }

    private record Body(
            ZoneId zone,
            Map<DayOfWeek, List<OpeningHours>> week,
            List<Holidays.Region> holidays,
            Set<LocalDate> closed,
            Set<LocalDate> open) {}

    /// @throws InvalidPolicy when it can't be followed
    public static BusinessCalendar parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        check(published, body);
        Holidays holidays = new Holidays(body.holidays(), body.closed(), body.open());
        return new BusinessCalendar(published.version(), body.zone(), body.week(), holidays);
    }

    private static void check(PublishedPolicy published, Body body) {
        if (body.week().values().stream().allMatch(Collection::isEmpty)) {
            throw new InvalidPolicy(
                    published.version().name(), "give at least one day of the week opening hours");
        }
        for (List<OpeningHours> hours : body.week().values()) {
            List<OpeningHours> sorted = hours.stream().sorted().toList();
            for (int i = 1; i < sorted.size(); i++) {
                if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                    throw new InvalidPolicy(
                            published.version().name(),
                            "opening hours %s and %s overlap"
                                    .formatted(sorted.get(i - 1), sorted.get(i)));
                }
            }
        }
    }

    public PolicyVersion version() {
        return version;
    }

    public boolean isHoliday(LocalDate date) {
        return holidays.contain(date);
    }

    /// The instant at which `duration` of business time has passed since `start`. When that is a
    /// closing time, it is that closing time and not the next opening.
    ///
    /// @throws IllegalArgumentException when `duration` is not positive
    public Instant plusBusiness(Instant start, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("Business time to add is positive, not " + duration);
        }
        Instant from = start;
        Duration left = duration;
        long day = epochDay(start.getEpochSecond()) - 1;
        for (long last = day + LONGEST_SEARCH_DAYS + duration.toDays() * 7; day < last; day++) {
            long[] open = openOn(day);
            for (int i = 0; i < open.length; i += 2) {
                Instant opens = later(from, Instant.ofEpochSecond(open[i]));
                Duration usable = Duration.between(opens, Instant.ofEpochSecond(open[i + 1]));
                if (usable.compareTo(left) >= 0) {
                    return opens.plus(left);
                }
                left = usable.isPositive() ? left.minus(usable) : left;
            }
        }
        throw new IllegalArgumentException(
                "Calendar " + version + " is never open for " + duration + " after " + start);
    }

    /// The business time between two instants; zero when `end` is not after `start`.
    public Duration businessBetween(Instant start, Instant end) {
        Duration sum = Duration.ZERO;
        long last = epochDay(end.getEpochSecond()) + 1;
        for (long day = epochDay(start.getEpochSecond()) - 1; day <= last; day++) {
            long[] open = openOn(day);
            for (int i = 0; i < open.length; i += 2) {
                Instant from = later(start, Instant.ofEpochSecond(open[i]));
                Instant to = Instant.ofEpochSecond(open[i + 1]);
                Duration usable = Duration.between(from, to.isBefore(end) ? to : end);
                sum = usable.isPositive() ? sum.plus(usable) : sum;
            }
        }
        return sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private long epochDay(long epochSecond) {
        int offset = zone.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
        return Math.floorDiv(epochSecond + offset, (long) SECONDS_PER_DAY);
    }

    private long[] openOn(long epochDay) {
        return days.computeIfAbsent(epochDay, this::workOut);
    }

    private long[] workOut(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        List<OpeningHours> hours = week.getOrDefault(date.getDayOfWeek(), List.of());
        if (hours.isEmpty() || holidays.contain(date)) {
            return new long[0];
        }
        List<Long> edges = new ArrayList<>();
        long midnight = epochDay * SECONDS_PER_DAY;
        long stretch = midnight - ZoneOffset.MAX.getTotalSeconds();
        long end = midnight + SECONDS_PER_DAY - ZoneOffset.MIN.getTotalSeconds();
        while (stretch < end) {
            Instant at = Instant.ofEpochSecond(stretch);
            ZoneOffsetTransition next = zone.nextTransition(at);
            long stretchEnd = next == null ? end : Math.min(end, next.toEpochSecond());
            long local = midnight - zone.getOffset(at).getTotalSeconds();
            for (OpeningHours open : hours) {
                add(
                        edges,
                        Math.max(stretch, local + open.from()),
                        Math.min(stretchEnd, local + open.to()));
            }
            stretch = stretchEnd;
        }
        return edges.stream().mapToLong(Long::longValue).toArray();
    }

    private static void add(List<Long> edges, long from, long to) {
        if (from < to) {
            edges.add(from);
            edges.add(to);
        }
    }
}
