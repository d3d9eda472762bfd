package amends.analytics.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import amends.analytics.Rules;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

class TrendTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);
    private static final LocalDate HISTORY = UNTIL.minusYears(1);
    private static final Trend.Rule RULE = Rules.recurrence().trend();

    @Test
    void asManyAsUsualIsNoTrend() {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        for (int day = 0; day < 63; day++) {
            days.put(UNTIL.minusDays(day), 1);
        }

        Trend trend = Trend.of(RULE, days, HISTORY, UNTIL);

        assertThat(trend.rising()).isFalse();
        assertThat(trend.recentCustomers()).isEqualTo(7);
        assertThat(trend.usualCustomers()).isEqualTo(7.0);
    }

    @Test
    void manyMoreThanUsualIsRising() {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        days.put(UNTIL.minusDays(20), 4);
        days.put(UNTIL.minusDays(1), 6);

        Trend trend = Trend.of(RULE, days, HISTORY, UNTIL);

        assertThat(trend.rising()).isTrue();
        assertThat(trend.chance()).isLessThan(0.001);
    }

    @Test
    void veryFewAreNoTrendHoweverRare() {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        days.put(UNTIL, RULE.fewestCustomers() - 1);

        assertThat(Trend.of(RULE, days, HISTORY, UNTIL).rising()).isFalse();
    }

    @Test
    void whatWasUsualIsLookedForOnlyWhereThereIsHistory() {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        days.put(UNTIL.minusDays(8), 7);
        days.put(UNTIL, 7);

        assertThat(Trend.of(RULE, days, UNTIL.minusDays(13), UNTIL).rising()).isFalse();
        assertThat(Trend.of(RULE, days, HISTORY, UNTIL).rising()).isTrue();
    }

    @Test
    void laterDaysDoNotCount() {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        days.put(UNTIL.plusDays(1), 50);

        assertThat(Trend.of(RULE, days, HISTORY, UNTIL).recentCustomers()).isZero();
    }
}
