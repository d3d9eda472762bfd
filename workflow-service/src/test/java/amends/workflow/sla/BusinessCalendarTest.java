package amends.workflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.workflow.policy.body.InvalidPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Business time: named cases, and a walk minute by minute that must agree.
class BusinessCalendarTest {

    private static final int CASES = 20_000;
    private static final long SEED = 8_760;

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

    private static final BusinessCalendar OFFICE =
            CalendarsForTests.parse(
                    Map.of(
                            "zone", "Asia/Tokyo",
                            "week",
                                    Map.of(
                                            "MONDAY", List.of("09:00-12:00", "13:00-18:00"),
                                            "FRIDAY", List.of("09:00-18:00")),
                            "closed", List.of("2026-11-13")));

    @Test
    void aDeadlineAtClosingTimeStaysThere() {
        Instant mondayNine = Instant.parse("2026-11-09T00:00:00Z");
        assertThat(OFFICE.plusBusiness(mondayNine, Duration.ofHours(8)))
                .isEqualTo(Instant.parse("2026-11-09T09:00:00Z"));
        assertThat(OFFICE.plusBusiness(mondayNine, Duration.ofHours(3)))
                .isEqualTo(Instant.parse("2026-11-09T03:00:00Z"));
    }

    @Test
    void breaksHolidaysAndDaysOffDoNotCount() {
        Instant mondayEleven = Instant.parse("2026-11-09T02:00:00Z");
        assertThat(OFFICE.plusBusiness(mondayEleven, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-11-09T05:00:00Z"));
        assertThat(OFFICE.plusBusiness(mondayEleven, Duration.ofHours(7)))
                .as("Friday the 13th is a day off, so Monday")
                .isEqualTo(Instant.parse("2026-11-16T01:00:00Z"));
        assertThat(OFFICE.businessBetween(mondayEleven, Instant.parse("2026-11-16T01:00:00Z")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void startOutsideOpeningHoursCountsFromTheNextOpening() {
        assertThat(
                        OFFICE.plusBusiness(
                                Instant.parse("2026-11-07T12:00:00Z"), Duration.ofMinutes(1)))
                .isEqualTo(Instant.parse("2026-11-09T00:01:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void onlyPositiveTimeIsAdded(long seconds) {
        assertThatThrownBy(() -> OFFICE.plusBusiness(Instant.EPOCH, Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
    }

    @Test
    void impossibleCalendarsSayWhatToCorrect() {
        assertThatThrownBy(() -> CalendarsForTests.parse(Map.of("zone", "UTC", "week", Map.of())))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("calendar.test")
                .hasMessageContaining("opening hours");
        assertThatThrownBy(
                        () ->
                                CalendarsForTests.parse(
                                        Map.of(
                                                "zone",
                                                "UTC",
                                                "week",
                                                Map.of(
                                                        "MONDAY",
                                                        List.of("09:00-12:00", "11:00-13:00")))))
                .hasMessageContaining("overlap");
        assertThatThrownBy(
                        () ->
                                CalendarsForTests.parse(
                                        Map.of(
                                                "zone",
                                                "UTC",
                                                "weak",
                                                Map.of("MONDAY", List.of("09:00-12:00")))))
                .hasMessageContaining("weak");
    }

    /// A calendar by chance, with the same rules in a form that can be asked minute by minute.
    private record Sample(
            ZoneId zone,
            Map<DayOfWeek, List<int[]>> hours,
            Set<LocalDate> closed,
            BusinessCalendar calendar) {

        boolean isOpen(long epochMinute) {
            ZonedDateTime local = Instant.ofEpochSecond(epochMinute * 60).atZone(zone);
            int minute = local.toLocalTime().toSecondOfDay() / 60;
            return !closed.contains(local.toLocalDate())
                    && hours.getOrDefault(local.getDayOfWeek(), List.of()).stream()
                            .anyMatch(open -> minute >= open[0] && minute < open[1]);
        }
    }

    @Test
    void agreesWithAWalkMinuteByMinute() {
        Random random = new Random(SEED);
        int positive = 0;
        Sample sample = null;
        for (int i = 0; i < CASES; i++) {
            if (i % 50 == 0) {
                sample = sample(random);
            }
            Instant start = start(random, sample.zone());
            int minutes = 1 + random.nextInt(1500);
            Instant due = sample.calendar().plusBusiness(start, Duration.ofMinutes(minutes));
            assertThat(due)
                    .as("case %s: %s + %s min in %s", i, start, minutes, sample.zone())
                    .isEqualTo(walk(sample, start, minutes));
            assertThat(sample.calendar().businessBetween(start, due))
                    .as("case %s: between %s and %s in %s", i, start, due, sample.zone())
                    .isEqualTo(Duration.ofMinutes(minutes));
            positive += due.isAfter(start) ? 1 : 0;
        }
        assertThat(positive).isEqualTo(CASES);
    }

    private static Instant walk(Sample sample, Instant start, int minutes) {
        long minute = start.getEpochSecond() / 60;
        for (int left = minutes; left > 0; minute++) {
            left -= sample.isOpen(minute) ? 1 : 0;
        }
        return Instant.ofEpochSecond(minute * 60);
    }

    private static Sample sample(Random random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Map<DayOfWeek, List<int[]>> hours = new HashMap<>();
        Map<String, List<String>> written = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<int[]> open = random.nextInt(3) == 0 ? List.of() : intervals(random);
            hours.put(day, open);
            written.put(day.name(), open.stream().map(BusinessCalendarTest::written).toList());
        }
        hours.put(DayOfWeek.WEDNESDAY, List.of(new int[] {0, 1440}));
        written.put("WEDNESDAY", List.of("00:00-24:00"));
        Set<LocalDate> closed = new HashSet<>();
        LocalDate around = LocalDate.of(2011, 1, 1);
        for (int i = 0; i < 60; i++) {
            closed.add(around.plusDays(random.nextInt(3000)));
        }
        return new Sample(
                zone,
                hours,
                closed,
                CalendarsForTests.parse(
                        Map.of("zone", zone.getId(), "week", written, "closed", closed)));
    }

    private static List<int[]> intervals(Random random) {
        List<int[]> open = new ArrayList<>();
        int minute = random.nextInt(200);
        while (open.size() < 3 && minute < 1300) {
            int end = Math.min(1440, minute + 1 + random.nextInt(500));
            open.add(new int[] {minute, end});
            minute = end + random.nextInt(300);
        }
        return open;
    }

    private static String written(int[] open) {
        return LocalTime.of(open[0] / 60, open[0] % 60)
                + "-"
                + (open[1] == 1440 ? "24:00" : LocalTime.of(open[1] / 60, open[1] % 60));
    }

    /// Any minute of eight years; every second time within a day of a change of the zone's clocks,
    /// if it has any.
    private static Instant start(Random random, ZoneId zone) {
        long minute =
                Instant.parse("2011-01-01T00:00:00Z").getEpochSecond() / 60
                        + random.nextInt(8 * 525_600);
        Instant any = Instant.ofEpochSecond(minute * 60);
        var change = zone.getRules().nextTransition(any);
        return change == null || random.nextBoolean()
                ? any
                : change.getInstant().plusSeconds(60L * (random.nextInt(2880) - 1440));
    }
}
