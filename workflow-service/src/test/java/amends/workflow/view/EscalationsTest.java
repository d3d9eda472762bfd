package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Reach;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Against rows that are looked at one by one.
class EscalationsTest {

    private static final Instant NOW = BoardRows.NOW;
    private static final int OPEN = 300;

    private final BoardIndex board = new BoardIndex();
    private final List<BoardRow> rows = new ArrayList<>();
    private final Escalations escalations =
            new Escalations(board, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void fill() {
        BoardRows generator = new BoardRows(7);
        IntStream.range(0, OPEN).mapToObj(generator::next).forEach(rows::add);
        rows.forEach(board::put);
    }

    @Test
    void whatWasBreachedOrWarnedLastComesFirst() {
        List<String> expected =
                rows.stream()
                        .filter(row -> since(row).isPresent())
                        .sorted(
                                Comparator.comparing((BoardRow row) -> since(row).orElseThrow())
                                        .reversed()
                                        .thenComparing(row -> row.id().value()))
                        .map(row -> row.id().value())
                        .toList();
        assertThat(expected).hasSizeBetween(50, OPEN - 20);
        assertThat(ids(escalations.newest(Sight.UNLIMITED, OPEN))).isEqualTo(expected);
        assertThat(ids(escalations.newest(Sight.UNLIMITED, 5))).isEqualTo(expected.subList(0, 5));
    }

    @Test
    void whoeverIsLimitedSeesHisOwn() {
        Reach billing = new Reach(List.of(), List.of(new QueueName("billing")), List.of());
        assertThat(escalations.newest(new Sight(billing), OPEN))
                .isNotEmpty()
                .allMatch(row -> row.json().contains("\"queue\":\"billing\""));
    }

    /// When it became as bad as it is.
    private static Optional<Instant> since(BoardRow row) {
        List<ClockRow> ticking =
                row.clocks().stream().filter(clock -> clock.state().isTicking()).toList();
        Stream<Instant> breached =
                ticking.stream().map(ClockRow::dueAt).filter(due -> due.isBefore(NOW));
        return breached.max(Comparator.naturalOrder())
                .or(
                        () ->
                                ticking.stream()
                                        .map(ClockRow::warnAt)
                                        .filter(warn -> !warn.isAfter(NOW))
                                        .min(Comparator.naturalOrder()));
    }

    private static List<String> ids(List<RowJson> rows) {
        return rows.stream()
                .map(row -> Wire.mapper().readTree(row.json()).path("id").asString())
                .toList();
    }
}
