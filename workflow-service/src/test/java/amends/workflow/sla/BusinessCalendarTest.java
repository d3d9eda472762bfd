package amends.workflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.workflow.policy.body.InvalidPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Business time and whole days, by named cases; [MinuteByMinuteTest] has the many.
class BusinessCalendarTest {

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

    /// Night watch from Monday to Friday, a day shift on Saturday that meets the end of Friday's.
    private static final BusinessCalendar NIGHTS =
            CalendarsForTests.parse(
                    Map.of(
                            "zone", "Europe/Berlin",
                            "week",
                                    Map.of(
                                            "MONDAY", List.of("22:00-06:00"),
                                            "TUESDAY", List.of("22:00-06:00"),
                                            "FRIDAY", List.of("22:00-06:00"),
                                            "SATURDAY", List.of("05:00-12:00")),
                            "closed", List.of("2026-11-10"),
                            "dates", Map.of("2026-11-12", List.of("10:00-11:30"))));

    @Test
    void aShiftPastMidnightBelongsToTheDayOnWhichItBegins() {
        Instant mondayTwentyThree = Instant.parse("2026-11-09T22:00:00Z");
        assertThat(NIGHTS.plusBusiness(mondayTwentyThree, Duration.ofHours(7)))
                .as("into Tuesday, although Tuesday is a holiday")
                .isEqualTo(Instant.parse("2026-11-10T05:00:00Z"));
        assertThat(NIGHTS.isOpen(Instant.parse("2026-11-10T22:00:00Z")))
                .as("Tuesday's own shift does not take place")
                .isFalse();
    }

    @Test
    void shiftsThatMeetCountOnce() {
        assertThat(
                        NIGHTS.businessBetween(
                                Instant.parse("2026-11-13T21:00:00Z"),
                                Instant.parse("2026-11-14T11:00:00Z")))
                .as("Friday 22:00 to Saturday 12:00")
                .isEqualTo(Duration.ofHours(14));
    }

    @Test
    void aDateMayHaveHoursOfItsOwn() {
        assertThat(
                        NIGHTS.plusBusiness(
                                Instant.parse("2026-11-10T06:00:00Z"), Duration.ofMinutes(90)))
                .as("Thursday is off, but open on this one from 10:00 to 11:30")
                .isEqualTo(Instant.parse("2026-11-12T10:30:00Z"));
    }

    @Test
    void anOpeningTimeReachedBackwardsStaysThere() {
        assertThat(OFFICE.minusBusiness(Instant.parse("2026-11-09T09:00:00Z"), Duration.ofHours(8)))
                .isEqualTo(Instant.parse("2026-11-09T00:00:00Z"));
    }

    /// Monday to Friday, round the clock, the third Monday of November off.
    private static final BusinessCalendar LEGAL =
            CalendarsForTests.parse(
                    Map.of(
                            "zone", "America/New_York",
                            "week",
                                    Map.of(
                                            "MONDAY", List.of("00:00-24:00"),
                                            "TUESDAY", List.of("00:00-24:00"),
                                            "WEDNESDAY", List.of("00:00-24:00"),
                                            "THURSDAY", List.of("00:00-24:00"),
                                            "FRIDAY", List.of("00:00-17:00")),
                            "closed", List.of("2026-11-16")));

    @ParameterizedTest
    @CsvSource({
        "3 business days, 2026-11-11T15:00:00Z, 2026-11-18T05:00:00Z", // Thu, Fri, Tue: end of the
        // 17th
        "2 business days, 2026-11-11T15:00:00Z, 2026-11-13T22:00:00Z", // Friday closes at 17:00
        "1 business day, 2026-11-14T15:00:00Z, 2026-11-18T05:00:00Z", // Saturday counts for nothing
        "15 calendar days, 2026-10-25T12:00:00Z, 2026-11-10T05:00:00Z", // clocks go back on the way
        "8 weeks, 2026-01-10T12:00:00Z, 2026-03-08T05:00:00Z", // 57 days, the last of 24 hours
        "8 weeks, 2026-01-11T12:00:00Z, 2026-03-09T04:00:00Z" // the last of 23 hours
    })
    void daysOfTheLawEndWithTheirDay(String span, Instant start, Instant deadline) {
        assertThat(Span.parse(span).deadline(start, LEGAL)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0 business days", "PT0S", "-PT1H", "3 fortnights"})
    void spansThatMeanNothingAreRefused(String span) {
        assertThatThrownBy(() -> Span.parse(span)).isInstanceOf(IllegalArgumentException.class);
    }
}
