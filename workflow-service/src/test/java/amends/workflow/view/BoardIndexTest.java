package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.LanguageTag;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Wire;
import amends.workflow.view.ClockRow.State;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Against rows that are filtered and sorted one by one.
class BoardIndexTest {

    private static final int OPEN = 700;
    private static final Instant NOW = BoardRows.NOW;
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final BoardIndex board = new BoardIndex();
    private final List<BoardRow> rows = new ArrayList<>();

    @BeforeEach
    void fill() {
        BoardRows generator = new BoardRows(11);
        IntStream.range(0, OPEN).mapToObj(generator::next).forEach(rows::add);
        rows.forEach(board::put);
    }

    @ParameterizedTest
    @EnumSource(BoardOrder.class)
    void pagesShowEveryComplaintOnceInOrder(BoardOrder order) {
        assertThat(pages(BoardFilter.ALL, order, 50))
                .isEqualTo(expected(row -> true, order))
                .hasSize(OPEN);
    }

    @ParameterizedTest
    @EnumSource(BoardOrder.class)
    void aQueueHasAnOrderOfItsOwn(BoardOrder order) {
        QueueName billing = new QueueName("billing");
        assertThat(pages(queue(billing), order, 7))
                .isEqualTo(expected(row -> billing.equals(row.queue()), order))
                .isNotEmpty();
        assertThat(pages(queue(new QueueName("nowhere")), order, 7)).isEmpty();
    }

    @Test
    void aComplaintThatMovesLeavesItsOldPlaces() {
        BoardRows others = new BoardRows(12);
        for (int i = 0; i < OPEN; i++) {
            BoardRow moved = others.next(i);
            assertThat(moved.channel()).isNotNull();
            rows.removeIf(row -> row.id().equals(moved.id()));
            rows.add(moved);
            board.put(moved);
        }
        for (BoardOrder order : BoardOrder.values()) {
            assertThat(pages(BoardFilter.ALL, order, 100)).isEqualTo(expected(row -> true, order));
            assertThat(pages(queue(new QueueName("vip")), order, 100))
                    .isEqualTo(expected(row -> new QueueName("vip").equals(row.queue()), order));
        }
        assertThat(board.size()).isEqualTo(rows.size());
    }

    @Test
    void aComplaintThatIsOverLeavesTheBoard() {
        BoardRow over = rows.getFirst();
        board.put(resolved(over));
        assertThat(board.size()).isEqualTo(OPEN - 1);
        for (BoardOrder order : BoardOrder.values()) {
            assertThat(pages(BoardFilter.ALL, order, 500)).doesNotContain(over.id());
            assertThat(pages(queue(Objects.requireNonNull(over.queue())), order, 500))
                    .doesNotContain(over.id());
        }
    }

    @Test
    void filtersLeaveWhatFitsAllOfThem() {
        AgentId agent = new AgentId("agent7");
        assertFinds(
                new BoardFilter(null, agent, false, null, null, null, null, null, null, null, null),
                row -> agent.equals(row.owner()));
        assertFinds(
                new BoardFilter(null, null, true, null, null, null, null, null, null, null, null),
                row -> row.owner() == null);
        PriorityLevel urgent = PriorityLevel.URGENT;
        LanguageTag japanese = new LanguageTag("ja");
        assertFinds(
                new BoardFilter(
                        null, null, false, urgent, null, null, japanese, null, null, null, null),
                row ->
                        Objects.requireNonNull(row.priority()).level() == urgent
                                && row.language().equals(japanese));
        BoardRow one = rows.get(5);
        assertFinds(
                new BoardFilter(
                        null,
                        null,
                        false,
                        null,
                        null,
                        one.channel(),
                        null,
                        one.product(),
                        one.customer().tier(),
                        null,
                        null),
                row ->
                        row.channel().equals(one.channel())
                                && Objects.equals(row.product(), one.product())
                                && row.customer().tier().equals(one.customer().tier()));
        assertFinds(
                new BoardFilter(
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        one.customer().id(),
                        null),
                row -> row.customer().id().equals(one.customer().id()));
    }

    @ParameterizedTest
    @EnumSource(names = "CANCELLED", mode = EnumSource.Mode.EXCLUDE)
    void theStateIsThatOfTheClockThatPressesMost(State state) {
        assertFinds(
                new BoardFilter(null, null, false, null, state, null, null, null, null, null, null),
                row -> pressing(row) == state);
    }

    @Test
    void aClockIsBreachedOnceItsTargetIsPastWhetherOrNotThatIsOnRecord() {
        BoardFilter breached =
                new BoardFilter(
                        null,
                        null,
                        false,
                        null,
                        State.BREACHED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        Instant muchLater = NOW.plusSeconds(60L * 86_400);
        List<BoardItem> found =
                board.page(
                                new BoardQuery(breached, BoardOrder.DUE, null, OPEN),
                                Sight.UNLIMITED,
                                muchLater)
                        .items();
        assertThat(found).hasSize((int) rows.stream().filter(row -> row.nextDue() != null).count());
    }

    @Test
    void wordsAreFoundInReferenceTitleProductAndNameWhateverTheirCaseAndWidth() {
        BoardRow one = rows.get(9);
        for (String text :
                List.of(
                        one.reference().toString(),
                        one.reference().plain().toLowerCase(java.util.Locale.ROOT),
                        "ｎｏ．　9 CUSTOMER "
                                + Objects.requireNonNull(one.product())
                                        .value()
                                        .toUpperCase(java.util.Locale.ROOT))) {
            assertThat(pages(text(text), BoardOrder.PRIORITY, 500)).as(text).contains(one.id());
        }
        assertThat(pages(text("消费者协会"), BoardOrder.PRIORITY, 500))
                .isEqualTo(
                        expected(row -> row.title().value().contains("消费者协会"), BoardOrder.PRIORITY))
                .isNotEmpty();
        assertThat(pages(text("9 customer nobody"), BoardOrder.PRIORITY, 500)).isEmpty();
        assertThat(pages(text("   "), BoardOrder.PRIORITY, 500)).hasSize(OPEN);
    }

    @Test
    void countsOfAQueueAddUp() {
        List<QueueCounts> counts = board.counts(Sight.UNLIMITED, NOW);
        assertThat(counts).extracting(each -> each.queue().value()).isSorted().hasSize(5);
        for (QueueCounts each : counts) {
            List<BoardRow> there =
                    rows.stream().filter(row -> each.queue().equals(row.queue())).toList();
            assertThat(each.open()).isEqualTo(there.size());
            assertThat(
                            each.breached()
                                    + each.warned()
                                    + each.running()
                                    + each.paused()
                                    + each.met())
                    .isEqualTo(there.size());
            assertThat(each.breached())
                    .isEqualTo(
                            there.stream().filter(row -> pressing(row) == State.BREACHED).count());
            assertThat(each.unassigned())
                    .isEqualTo(there.stream().filter(row -> row.owner() == null).count());
        }
    }

    @Test
    void aRowComesOutAsItWentIn() {
        for (BoardRow row : rows) {
            PackedRow packed = PackedRow.of(row);
            byte[] json = Wire.write(List.of(packed.json()));
            assertThat(Wire.read(json, BoardRow[].class)).containsExactly(row);
            assertThat(packed.size()).isLessThan(700);
        }
    }

    @Test
    void aCursorOfAnotherOrderAndOneThatIsNoneAreRefused() {
        String cursor =
                board.page(
                                new BoardQuery(BoardFilter.ALL, BoardOrder.DUE, null, 1),
                                Sight.UNLIMITED,
                                NOW)
                        .next();
        for (String other : List.of(Objects.requireNonNull(cursor), "nonsense", "")) {
            assertThatThrownBy(
                            () ->
                                    board.page(
                                            new BoardQuery(
                                                    BoardFilter.ALL, BoardOrder.NEWEST, other, 1),
                                            Sight.UNLIMITED,
                                            NOW))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void assertFinds(BoardFilter filter, Predicate<BoardRow> fits) {
        assertThat(pages(filter, BoardOrder.PRIORITY, 13))
                .isEqualTo(expected(fits, BoardOrder.PRIORITY))
                .isNotEmpty()
                .hasSizeLessThan(OPEN);
    }

    private List<ComplaintId> pages(BoardFilter filter, BoardOrder order, int limit) {
        List<ComplaintId> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<BoardItem> page =
                    board.page(new BoardQuery(filter, order, cursor, limit), Sight.UNLIMITED, NOW);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            page.items().forEach(item -> ids.add(item.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private List<ComplaintId> expected(Predicate<BoardRow> fits, BoardOrder order) {
        Comparator<BoardRow> score =
                Comparator.comparing(
                        row -> Objects.requireNonNull(row.priority()).score(),
                        Comparator.reverseOrder());
        Comparator<BoardRow> due =
                Comparator.comparing(row -> Objects.requireNonNullElse(row.nextDue(), NEVER));
        Comparator<BoardRow> waiting = Comparator.comparing(BoardRow::receivedAt);
        Comparator<BoardRow> places =
                switch (order) {
                    case PRIORITY -> score.thenComparing(due).thenComparing(waiting);
                    case DUE -> due.thenComparing(score).thenComparing(waiting);
                    case NEWEST -> waiting.reversed();
                };
        return rows.stream()
                .filter(fits)
                .sorted(places.thenComparing(row -> row.id().value()))
                .map(BoardRow::id)
                .toList();
    }

    private static State pressing(BoardRow row) {
        List<State> states = row.clocks().stream().map(clock -> clock.asOf(NOW).state()).toList();
        return List.of(State.BREACHED, State.WARNED, State.RUNNING, State.PAUSED).stream()
                .filter(states::contains)
                .findFirst()
                .orElse(State.MET);
    }

    private static BoardFilter queue(QueueName queue) {
        return new BoardFilter(queue, null, false, null, null, null, null, null, null, null, null);
    }

    private static BoardFilter text(String text) {
        return new BoardFilter(null, null, false, null, null, null, null, null, null, null, text);
    }

    static BoardRow resolved(BoardRow row) {
        return new BoardRow(
                row.id(),
                row.reference(),
                amends.workflow.complaint.Status.RESOLVED,
                row.queue(),
                row.owner(),
                row.priority(),
                row.clocks(),
                row.nextDue(),
                row.channel(),
                row.language(),
                row.product(),
                row.title(),
                row.customer(),
                row.receivedAt(),
                row.changedAt(),
                row.version() + 1,
                row.contacts(),
                null,
                null,
                row.brand());
    }
}
