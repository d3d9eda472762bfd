package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.routing.QueueName;
import amends.workflow.view.ClockRow.State;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-11-02T03:20:00Z");

    @Test
    void hoursFollowEachOtherWithoutAGapAndTheFirstEndsWhenTheClockStrikes() {
        Forecast forecast = Forecast.of(List.of(), NOW, 3);
        assertThat(forecast.hours())
                .extracting(hour -> hour.from() + "/" + hour.to())
                .containsExactly(
                        "2026-11-02T03:20:00Z/2026-11-02T04:00:00Z",
                        "2026-11-02T04:00:00Z/2026-11-02T05:00:00Z",
                        "2026-11-02T05:00:00Z/2026-11-02T06:00:00Z");
    }

    @Test
    void everyTickingClockThatIsNotBreachedCountsInItsHourAndQueue() {
        BoardRows generator = new BoardRows(3);
        List<BoardRow> rows = IntStream.range(0, 2_000).mapToObj(generator::next).toList();
        List<BoardItem> items =
                rows.stream().map(row -> BoardItem.of(row, new SharedNames())).toList();
        Forecast forecast = Forecast.of(items, NOW, 48);
        long found = 0;
        for (Forecast.Hour hour : forecast.hours()) {
            for (Forecast.QueueDue due : hour.queues()) {
                assertThat(due.clocks())
                        .as(hour.from() + " " + due.queue())
                        .isEqualTo(clocks(rows, due.queue(), hour.from(), hour.to()));
                found += due.clocks();
            }
        }
        Instant end =
                NOW.plus(Duration.ofHours(48)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        assertThat(found)
                .isPositive()
                .isEqualTo(
                        rows.stream()
                                .map(BoardRow::queue)
                                .distinct()
                                .mapToLong(
                                        queue ->
                                                clocks(
                                                        rows,
                                                        Objects.requireNonNull(queue),
                                                        NOW,
                                                        end))
                                .sum());
    }

    private static long clocks(List<BoardRow> rows, QueueName queue, Instant from, Instant to) {
        return rows.stream()
                .filter(row -> queue.equals(row.queue()))
                .flatMap(row -> row.clocks().stream())
                .filter(
                        clock ->
                                clock.state() == State.RUNNING
                                        || clock.state() == State.WARNED
                                        || clock.state() == State.BREACHED)
                .filter(clock -> !clock.dueAt().isBefore(from) && clock.dueAt().isBefore(to))
                .count();
    }
}
