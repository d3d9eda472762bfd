package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Who has what, and what has warned, against rows that are looked at one by one while they change
/// hands, get other clocks and end.
class BoardDesksTest {

    private static final int OPEN = 400;

    private final BoardIndex board = new BoardIndex();
    private final Map<ComplaintId, BoardRow> rows = new LinkedHashMap<>();

    @Test
    void followWhoeverIsResponsibleAndWhateverPresses() {
        for (long seed : List.of(21, 22, 23)) {
            BoardRows generator = new BoardRows(seed);
            IntStream.range(0, OPEN).mapToObj(generator::next).forEach(this::put);
            check();
        }
        rows.values().stream().limit(OPEN).toList().forEach(this::end);
        check();
        List.copyOf(rows.values()).forEach(this::end);
        check();
        assertThat(board.alarming(BoardRows.NOW.plus(Duration.ofDays(3650)))).isEmpty();
    }

    private void put(BoardRow row) {
        rows.put(row.id(), row);
        board.put(row);
    }

    private void end(BoardRow row) {
        rows.remove(row.id());
        board.put(BoardIndexTest.resolved(row));
    }

    private void check() {
        for (int i = 0; i < 40; i++) {
            AgentId agent = new AgentId("agent" + i);
            assertThat(ids(board.of(agent))).isEqualTo(ids(row -> agent.equals(row.owner())));
        }
        for (int hours : List.of(-200, -48, 0, 48, 500)) {
            Instant then = BoardRows.NOW.plus(Duration.ofHours(hours));
            assertThat(ids(board.alarming(then))).isEqualTo(ids(row -> hasWarned(row, then)));
        }
    }

    private static boolean hasWarned(BoardRow row, Instant then) {
        return row.clocks().stream()
                .filter(clock -> clock.state().isTicking())
                .anyMatch(clock -> !clock.warnAt().isAfter(then));
    }

    private Set<ComplaintId> ids(Predicate<BoardRow> wanted) {
        return rows.values().stream().filter(wanted).map(BoardRow::id).collect(Collectors.toSet());
    }

    private static Set<ComplaintId> ids(Collection<BoardItem> items) {
        assertThat(items).doesNotHaveDuplicates();
        return items.stream().map(BoardItem::id).collect(Collectors.toSet());
    }
}
