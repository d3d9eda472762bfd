package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The open complaints in memory, in every order, whole and per queue: some 1.5 kB each. One thread
/// writes, any number reads.
@Component
class BoardIndex {

    private final Map<ComplaintId, BoardItem> items = new ConcurrentHashMap<>();
    private final SharedNames names = new SharedNames();
    private final BoardShelf all = new BoardShelf();
    private final Map<QueueName, BoardShelf> byQueue = new ConcurrentHashMap<>();
    private final BoardDesks desks = new BoardDesks();
    private final BoardAlarms alarms = new BoardAlarms();

    /// New places are taken before old ones are left, so that a reader never misses a complaint
    /// that moves.
    void put(BoardRow row) {
        BoardItem now = row.isOpen() ? BoardItem.of(row, names) : null;
        BoardItem before = now == null ? items.remove(row.id()) : items.put(row.id(), now);
        if (now != null) {
            all.put(now);
            queue(now.queue()).put(now);
            desks.put(now);
            alarms.put(now);
        }
        if (before != null) {
            all.leave(before, now);
            boolean stays = now != null && before.queue().equals(now.queue());
            queue(before.queue()).leave(before, stays ? now : null);
            desks.leave(before, now);
            alarms.leave(before, now);
        }
    }

    private BoardShelf queue(QueueName name) {
        return byQueue.computeIfAbsent(name, any -> new BoardShelf());
    }

    /// Goes over what the filter leaves out, in order, until the page is full.
    Page<BoardItem> page(BoardQuery query, Sight sight, Instant now) {
        BoardOrder order = query.order();
        BoardKey place = query.cursor() == null ? null : order.after(query.cursor());
        List<BoardItem> found =
                shelf(query.filter().queue()).after(order, place).stream()
                        .filter(sight::covers)
                        .filter(query.filter().at(now))
                        .limit(query.limit() + 1L)
                        .toList();
        if (found.size() <= query.limit()) {
            return new Page<>(found, null);
        }
        List<BoardItem> shown = found.subList(0, query.limit());
        return new Page<>(shown, order.cursor(shown.getLast().key()));
    }

    private BoardShelf shelf(@Nullable QueueName queue) {
        return queue == null ? all : byQueue.getOrDefault(queue, new BoardShelf());
    }

    int size() {
        return items.size();
    }

    Collection<BoardItem> items() {
        return items.values();
    }

    /// What somebody is responsible for.
    Collection<BoardItem> of(AgentId owner) {
        return desks.of(owner);
    }

    /// Those of which a clock has warned or is over.
    Collection<BoardItem> alarming(Instant now) {
        return alarms.until(now.toEpochMilli());
    }

    /// Goes over all open complaints: some ten milliseconds for 50 000.
    List<QueueCounts> counts(Sight sight, Instant now) {
        Map<QueueName, QueueCounts.Tally> tallies = new HashMap<>();
        for (BoardItem item : items.values()) {
            if (sight.covers(item)) {
                tallies.computeIfAbsent(item.queue(), queue -> new QueueCounts.Tally())
                        .add(item, now.toEpochMilli());
            }
        }
        return tallies.entrySet().stream()
                .map(each -> each.getValue().of(each.getKey()))
                .sorted(Comparator.comparing(each -> each.queue().value()))
                .toList();
    }
}
