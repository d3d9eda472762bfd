package amends.analytics.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import amends.analytics.recurrence.ClusterFigure.Period;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class ReliefTest {

    private static final LocalDate FIXED = LocalDate.parse("2026-03-01");
    private static final List<Period> TOLD =
            List.of(
                    new Period("2026-01-31", 100),
                    new Period("2026-02-01", 6),
                    new Period("2026-02-28", 2),
                    new Period("2026-03-01", 50),
                    new Period("2026-03-02", 1),
                    new Period("2026-03-15", 1));

    @Test
    void theFourWeeksBeforeAreComparedWithAllTimeSince() {
        assertThat(Relief.of(TOLD, true, FIXED, LocalDate.parse("2026-03-15")))
                .hasValue(new Relief(2, 1, 14));
    }

    @Test
    void onTheDayOfTheFixNobodyKnows() {
        assertThat(Relief.of(TOLD, true, FIXED, FIXED)).isEmpty();
    }

    @Test
    void whenDaysBeforeAreNotKnownAnyMoreNothingIsClaimed() {
        LocalDate later = FIXED.plusDays(14);
        assertThat(Relief.of(TOLD.subList(1, 6), false, FIXED, later)).isPresent();
        assertThat(Relief.of(TOLD.subList(2, 6), false, FIXED, later)).isEmpty();
        assertThat(Relief.of(TOLD.subList(2, 6), true, FIXED, later)).isPresent();
    }
}
