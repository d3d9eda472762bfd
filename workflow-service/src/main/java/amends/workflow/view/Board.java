package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.QueueName;
import amends.workflow.routing.RoutingPolicy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/// The board of open complaints: pages, counts and what will be due, all from memory, of what
/// somebody may see.
@Component
public class Board {

    private static final int MOST_WORK = 500;

    private final BoardIndex index;
    private final LiveChanges changes;
    private final Clock clock;

    Board(BoardIndex index, LiveChanges changes, Clock clock) {
        this.index = index;
        this.changes = changes;
        this.clock = clock;
    }

    public LivePage<RowJson> page(BoardQuery query, Sight sight) {
        String position = changes.position();
        Page<BoardItem> found = index.page(query, sight, clock.instant());
        return new LivePage<>(
                found.items().stream().map(item -> item.row().json()).toList(),
                found.next(),
                position);
    }

    /// What somebody is responsible for, in the order in which a line gives it out.
    public List<RowJson> work(AgentId owner, RoutingPolicy routing, Sight sight) {
        return index.of(owner).stream()
                .filter(sight::covers)
                .sorted(Comparator.comparing(BoardItem::key, BoardKey.inLine(routing)))
                .limit(MOST_WORK)
                .map(item -> item.row().json())
                .toList();
    }

    public List<QueueCounts> counts(Sight sight) {
        return index.counts(sight, clock.instant());
    }

    /// @param queue absent: all
    public Forecast forecast(@Nullable QueueName queue, int hours, Sight sight) {
        return Forecast.of(
                index.items().stream()
                        .filter(item -> queue == null || queue.equals(item.queue()))
                        .filter(sight::covers)
                        .toList(),
                clock.instant(),
                hours);
    }
}
