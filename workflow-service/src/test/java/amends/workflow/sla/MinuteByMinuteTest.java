package amends.workflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockPaused;
import amends.contracts.complaint.ComplaintEvent.ClockResumed;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.CustomerTier;
import amends.contracts.personal.FreeText;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A million cases against somebody who knows nothing but how to look at the wall clock: for each
/// calendar he walks some weeks minute by minute and notes which are open; every answer of the real
/// arithmetic must be what counting his notes gives.
class MinuteByMinuteTest {

    private static final int CALENDARS = 160;
    private static final int CASES_EACH = 7_000;
    private static final int WEEKS = 8;
    private static final int MINUTES = WEEKS * 7 * 1440;
    private static final long SEED = 525_600;

    /// Zones with hours that are missing, doubled, half, at midnight, and a whole day that never
    /// was.
    private static final List<String> ZONES =
            List.of(
                    "Asia/Tokyo",
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "America/Havana",
                    "America/Sao_Paulo",
                    "Africa/Cairo",
                    "Pacific/Apia",
                    "Asia/Kathmandu",
                    "UTC");

    private static final List<String> COUNTRIES = List.of("de", "us", "jp", "br");

    private static final Reckoning.Urgency ANYBODY =
            new Reckoning.Urgency(PriorityLevel.NORMAL, new CustomerTier("standard"));
    private static final ComplaintEvent WAIT =
            new ComplaintEvent.WaitingStarted(WaitingFor.PARTS, new FreeText("On order"));
    private static final ComplaintEvent GO_ON = new ComplaintEvent.WaitingEnded(WaitingFor.PARTS);

    private int plus;
    private int minus;
    private int between;
    private int paused;
    private int acrossAChange;

    @Test
    void everyAnswerIsWhatCountingMinutesGives() {
        Random random = new Random(SEED);
        for (int i = 0; i < CALENDARS; i++) {
            Walk walk = Walk.along(random);
            for (int j = 0; j < CASES_EACH; j++) {
                check(walk, random);
            }
        }
        assertThat(plus + minus + between + paused).isGreaterThanOrEqualTo(1_000_000);
        assertThat(List.of(plus, minus, between, paused, acrossAChange))
                .as("each kind was seen often")
                .allSatisfy(seen -> assertThat(seen).isGreaterThan(100_000));
    }

    private void check(Walk walk, Random random) {
        int one = random.nextInt(MINUTES);
        int other = random.nextInt(MINUTES);
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        acrossAChange += from <= walk.change && walk.change < to ? 1 : 0;
        int time = walk.openUntil[to] - walk.openUntil[from];
        switch (random.nextInt(4)) {
            case 0 -> {
                between++;
                agree(
                        walk,
                        from,
                        to,
                        minutes(time),
                        walk.calendar.businessBetween(walk.at(from), walk.at(to)));
            }
            case 1 -> {
                if (time > 0) {
                    plus++;
                    agree(
                            walk,
                            from,
                            time,
                            walk.after(from, time),
                            walk.calendar.plusBusiness(walk.at(from), minutes(time)));
                }
            }
            case 2 -> {
                if (time > 0) {
                    minus++;
                    agree(
                            walk,
                            to,
                            time,
                            walk.before(to, time),
                            walk.calendar.minusBusiness(walk.at(to), minutes(time)));
                }
            }
            default -> checkPauses(walk, random, from, time / 4);
        }
    }

    /// Some pauses somewhere after the beginning; what is due is moved by each.
    private void checkPauses(Walk walk, Random random, int from, int target) {
        int[] edges = new int[2 * (1 + random.nextInt(3))];
        int minute = from;
        for (int i = 0; i < edges.length; i++) {
            minute = Math.min(MINUTES - 1, minute + random.nextInt(3_000));
            edges[i] = minute;
        }
        int due = walk.afterWithPauses(from, target, edges);
        if (target > 0 && due >= 0) {
            paused++;
            agree(walk, from, target, walk.at(due), dueWithPauses(walk, from, target, edges));
        }
    }

    /// The way of a real clock, event by event.
    private static Instant dueWithPauses(Walk walk, int from, int target, int[] edges) {
        Reckoning reckoning = reckoning(walk, minutes(target));
        Instant start = walk.at(from);
        RunningClock clock = RunningClock.of(reckoning.started(start, start, ANYBODY, null));
        for (int i = 0; i < edges.length; i += 2) {
            Instant pause = walk.at(edges[i]);
            if (!clock.dueAt().isAfter(pause)) {
                return clock.dueAt();
            }
            clock = clock.after((ClockPaused) moved(reckoning, clock, WAIT, pause));
            Instant end = walk.at(edges[i + 1]);
            clock = clock.after((ClockResumed) moved(reckoning, clock, GO_ON, end));
        }
        return clock.dueAt();
    }

    private static ComplaintEvent moved(
            Reckoning reckoning, RunningClock clock, ComplaintEvent event, Instant at) {
        return reckoning.moved(clock, event, Actor.customer(), at, ANYBODY).getLast();
    }

    private static Reckoning reckoning(Walk walk, Duration target) {
        Course course =
                new Course(
                        new ClockName("any"),
                        ClockFamily.SERVICE,
                        walk.calendar.version().name(),
                        List.of(Trigger.on(ComplaintEvent.ComplaintReceived.class)),
                        List.of(Trigger.on(ComplaintEvent.WaitingStarted.class)),
                        List.of(Trigger.on(ComplaintEvent.WaitingEnded.class)),
                        List.of(Trigger.on(ComplaintEvent.ComplaintResolved.class)),
                        List.of(),
                        Set.of());
        List<Target> targets =
                List.of(new Target(Set.of(), Set.of(), new Span.BusinessTime(target)));
        return new Reckoning(
                new ClockRule(course, List.of(50), List.of(), targets),
                walk.calendar.version(),
                walk.calendar);
    }

    private static Duration minutes(int count) {
        return Duration.ofMinutes(count);
    }

    private static void agree(Walk walk, int one, int two, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            fail(
                    "%s, from %s (%s, %s): counted %s, computed %s",
                    walk.written, walk.at(one), one, two, expected, actual);
        }
    }

    /// What the walker noted of one calendar.
    private static final class Walk {

        private final Map<String, ?> written;
        private final BusinessCalendar calendar;
        private final long firstMinute;

        /// The minute at which the zone's clocks change, if they do on this walk.
        private final int change;

        /// How many minutes were open before each minute.
        private final int[] openUntil = new int[MINUTES + 1];

        private final int[] openMinutes;

        private Walk(Map<String, ?> written, Instant first, int change, Hours hours) {
            this.written = written;
            this.calendar = CalendarsForTests.parse(written);
            this.firstMinute = first.getEpochSecond() / 60;
            this.change = change;
            int[] open = new int[MINUTES];
            int count = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                openUntil[minute] = count;
                if (hours.areOpen(at(minute).atZone(hours.zone))) {
                    open[count++] = minute;
                }
            }
            openUntil[MINUTES] = count;
            openMinutes = java.util.Arrays.copyOf(open, count);
        }

        static Walk along(Random random) {
            Hours hours = Hours.byChance(random);
            Instant any =
                    Instant.parse("2011-01-01T00:00:00Z")
                            .plusSeconds(86_400L * random.nextInt(14 * 365));
            var next = hours.zone.getRules().nextTransition(any);
            boolean near = next != null && random.nextInt(4) > 0;
            int before = 60 + random.nextInt(MINUTES - 120);
            Instant first = near ? next.getInstant().minusSeconds(60L * before) : any;
            LocalDate middle = LocalDate.ofInstant(first, hours.zone).plusDays(WEEKS * 7 / 2);
            Map<String, Object> written = hours.around(middle, random);
            return new Walk(written, first, near ? before : -1, hours);
        }

        Instant at(int minute) {
            return Instant.ofEpochSecond((firstMinute + minute) * 60);
        }

        Instant after(int from, int time) {
            return at(openMinutes[openUntil[from] + time - 1] + 1);
        }

        Instant before(int to, int time) {
            return at(openMinutes[openUntil[to] - time]);
        }

        /// The minute when the target is used up, the pauses left out; -1 when beyond the walk.
        int afterWithPauses(int from, int target, int[] edges) {
            int left = target;
            int minute = from;
            for (int i = 0; i <= edges.length; i += 2) {
                int end = i < edges.length ? edges[i] : MINUTES;
                int usable = openUntil[end] - openUntil[minute];
                if (usable >= left && left > 0) {
                    return openMinutes[openUntil[minute] + left - 1] + 1;
                }
                left -= usable;
                minute = i < edges.length ? edges[i + 1] : MINUTES;
            }
            return -1;
        }
    }

    /// Opening hours in the form in which a person reads them off a door.
    private static final class Hours {

        private final ZoneId zone;
        private final Map<DayOfWeek, List<int[]>> week = new HashMap<>();
        private final Map<LocalDate, List<int[]>> dates = new HashMap<>();
        private final Set<LocalDate> closed = new HashSet<>();

        private Hours(ZoneId zone) {
            this.zone = zone;
        }

        static Hours byChance(Random random) {
            Hours hours = new Hours(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
            for (DayOfWeek day : DayOfWeek.values()) {
                hours.week.put(day, random.nextInt(4) == 0 ? List.of() : split(random));
            }
            hours.week.put(
                    DayOfWeek.SUNDAY,
                    random.nextBoolean()
                            ? List.of(new int[] {0, 1440})
                            : hours.week.get(DayOfWeek.SUNDAY));
            hours.week.put(
                    DayOfWeek.WEDNESDAY, List.of(new int[] {570, 720}, new int[] {765, 1050}));
            return hours;
        }

        /// Up to three stretches, the last one maybe into the next day.
        private static List<int[]> split(Random random) {
            List<int[]> open = new ArrayList<>();
            int minute = random.nextInt(400);
            while (open.size() < 3 && minute < 1380) {
                int end = minute + 1 + random.nextInt(700);
                open.add(new int[] {minute, random.nextBoolean() ? end : Math.min(1440, end)});
                minute = end + random.nextInt(240);
            }
            return open;
        }

        /// Adds closed days and single dates about here, and writes all of it down as a policy.
        Map<String, Object> around(LocalDate middle, Random random) {
            for (int i = 0; i < 4; i++) {
                closed.add(middle.plusDays(random.nextInt(56) - 28));
                dates.put(
                        middle.plusDays(random.nextInt(56) - 28),
                        random.nextInt(4) == 0 ? List.of() : split(random));
            }
            Map<String, Object> written = new HashMap<>();
            written.put("zone", zone.getId());
            written.put("closed", Set.copyOf(closed));
            written.put("week", written(week));
            written.put("dates", written(dates));
            if (random.nextBoolean()) {
                String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
                written.put("holidays", List.of(Map.of("country", country, "regions", List.of())));
                for (int year = middle.getYear() - 1; year <= middle.getYear() + 1; year++) {
                    HolidayManager.getInstance(ManagerParameters.create(country))
                            .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)
                            .stream()
                            .map(Holiday::getDate)
                            .forEach(closed::add);
                }
            }
            return written;
        }

        private static Map<String, List<String>> written(Map<?, List<int[]>> hours) {
            Map<String, List<String>> written = new HashMap<>();
            hours.forEach(
                    (day, open) ->
                            written.put(
                                    day.toString(),
                                    open.stream()
                                            .map(each -> time(each[0]) + "-" + time(each[1]))
                                            .toList()));
            return written;
        }

        private static String time(int minute) {
            return minute == 1440
                    ? "24:00"
                    : LocalTime.of(minute / 60 % 24, minute % 60).toString();
        }

        boolean areOpen(ZonedDateTime now) {
            int minute = now.getHour() * 60 + now.getMinute();
            LocalDate today = now.toLocalDate();
            return covers(on(today), minute) || covers(on(today.minusDays(1)), minute + 1440);
        }

        private List<int[]> on(LocalDate date) {
            List<int[]> own = dates.get(date);
            if (own != null) {
                return own;
            }
            return closed.contains(date) ? List.of() : week.get(date.getDayOfWeek());
        }

        private static boolean covers(List<int[]> open, int minute) {
            for (int[] each : open) {
                if (minute >= each[0] && minute < each[1]) {
                    return true;
                }
            }
            return false;
        }
    }
}
