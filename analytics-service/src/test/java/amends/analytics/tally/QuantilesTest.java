package amends.analytics.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class QuantilesTest {

    private static final List<Double> SHARES = List.of(0.01, 0.5, 0.9, 0.95, 0.99, 1.0);

    private final Random random = new Random(7);

    @Test
    void theSameDurationsInAnyOrderAndAddedUpFromAnyPartsGiveTheSamePercentiles() {
        List<Duration> durations = new ArrayList<>(durations(5_000));
        Quantiles inOrder = of(durations);
        Collections.shuffle(durations, random);
        Quantiles shuffled =
                of(durations.subList(3_000, 5_000)).plus(of(durations.subList(0, 3_000)));

        for (double share : SHARES) {
            assertThat(shuffled.at(share)).isEqualTo(inOrder.at(share));
        }
        assertThat(shuffled.count()).isEqualTo(5_000);
    }

    @Test
    void percentilesAreTrueToOnePercentFromMillisecondsToYears() {
        List<Duration> durations = durations(5_000);
        long[] sorted = durations.stream().mapToLong(Duration::toMillis).sorted().toArray();
        Quantiles quantiles = of(durations);

        for (double share : SHARES) {
            long exact = sorted[(int) Math.ceil(share * sorted.length) - 1];
            assertThat((double) quantiles.at(share).toMillis())
                    .isCloseTo((double) exact, withinPercentage(1));
        }
        assertThat(Arrays.stream(sorted).max().getAsLong())
                .isGreaterThan(Duration.ofDays(300).toMillis());
    }

    @Test
    void isReadBackAsItWasWritten() {
        Quantiles quantiles = of(durations(100));

        assertThat(new Quantiles(quantiles.bytes()).at(0.5)).isEqualTo(quantiles.at(0.5));
        assertThat(quantiles.bytes()).hasSizeLessThan(1_000);
    }

    private static Quantiles of(List<Duration> durations) {
        Quantiles sum = Quantiles.none();
        for (Duration duration : durations) {
            sum = sum.plus(duration);
        }
        return sum;
    }

    /// From a millisecond to a year, evenly on a logarithmic scale.
    private List<Duration> durations(int count) {
        double year = Math.log(Duration.ofDays(365).toMillis());
        return random.doubles(count)
                .mapToObj(share -> Duration.ofMillis(Math.round(Math.exp(share * year))))
                .toList();
    }
}
