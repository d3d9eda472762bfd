package amends.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class BacklogTest {

    private static final Duration HISTORY_BEGINS = Duration.ofDays(2);
    private static final Duration USUAL_ACKNOWLEDGEMENT = Duration.ofHours(4);

    @Test
    void someIsInTimeAndSomeIsLateAndNothingIsHistory() {
        List<Duration> waits =
                IntStream.rangeClosed(1, Backlog.SIZE).mapToObj(Backlog::waited).toList();
        assertThat(waits)
                .isSorted()
                .allMatch(wait -> wait.compareTo(HISTORY_BEGINS) < 0)
                .anyMatch(wait -> wait.compareTo(USUAL_ACKNOWLEDGEMENT) < 0)
                .anyMatch(wait -> wait.compareTo(USUAL_ACKNOWLEDGEMENT.multipliedBy(8)) > 0);
    }
}
