package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Reach;
import amends.contracts.complaint.AgentId;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Wire;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// What somebody has to do, in the order of the shipped lines: a point is worth an hour.
class BoardWorkTest {

    private static final AgentId AGENT = new AgentId("agent7");
    private static final Policies SHIPPED = Policies.parse(ShippedPolicies.load());

    private final List<BoardRow> rows =
            IntStream.range(0, 4000).mapToObj(new BoardRows(5)::next).toList();
    private final Board board = board(rows);

    private static Board board(List<BoardRow> rows) {
        BoardIndex index = new BoardIndex();
        rows.forEach(index::put);
        return new Board(index, new LiveChanges(), Clock.fixed(BoardRows.NOW, ZoneOffset.UTC));
    }

    @Test
    void whoWaitsForAnHourIsAsFarAsWhoHasAPointMore() {
        List<String> expected =
                rows.stream()
                        .filter(row -> AGENT.equals(row.owner()))
                        .sorted(
                                Comparator.comparingLong(BoardWorkTest::hoursLessPoints)
                                        .thenComparing(BoardWorkTest::due)
                                        .thenComparing(BoardRow::receivedAt)
                                        .thenComparing(row -> row.id().value()))
                        .map(row -> row.id().value())
                        .toList();

        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(ids(Sight.UNLIMITED)).isEqualTo(expected);
    }

    @Test
    void whatIsOutOfReachIsNotAmongIt() {
        Sight limited = new Sight(new Reach(List.of(), List.of(new QueueName("vip")), List.of()));
        List<String> vip =
                rows.stream()
                        .filter(row -> new QueueName("vip").equals(row.queue()))
                        .map(row -> row.id().value())
                        .toList();

        assertThat(ids(limited)).isNotEmpty().isSubsetOf(vip);
    }

    private List<String> ids(Sight sight) {
        return board.work(AGENT, SHIPPED.routing(), sight).stream()
                .map(row -> Wire.mapper().readTree(row.json()).path("id").asString())
                .toList();
    }

    private static long hoursLessPoints(BoardRow row) {
        int score = row.priority() == null ? 0 : row.priority().score();
        return Duration.between(Instant.EPOCH, row.receivedAt()).toHours() - score;
    }

    private static Instant due(BoardRow row) {
        return Objects.requireNonNullElse(row.nextDue(), Instant.MAX);
    }
}
