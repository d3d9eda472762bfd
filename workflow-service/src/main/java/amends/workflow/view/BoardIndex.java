package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// The open complaints in board order, in memory, whole and per queue. Ids and sort keys only: some
/// 300 bytes per complaint. One thread writes, any number reads.
@Component
class BoardIndex {

    private final Map<ComplaintId, BoardEntry> entries = new ConcurrentHashMap<>();
    private final NavigableSet<BoardKey> all = new ConcurrentSkipListSet<>();
    private final Map<QueueName, NavigableSet<BoardKey>> byQueue = new ConcurrentHashMap<>();

    /// New places are taken before old ones are left, so that a reader never misses a complaint
    /// that moves.
    void put(BoardRow row) {
        BoardEntry now = row.isOpen() ? BoardEntry.of(row) : null;
        BoardEntry before = now == null ? entries.remove(row.id()) : entries.put(row.id(), now);
        if (now != null) {
            all.add(now.key());
            queue(now).add(now.key());
        }
        if (before != null) {
            leave(before, now);
        }
    }

    private void leave(BoardEntry before, @Nullable BoardEntry now) {
        boolean sameKey = now != null && before.key().equals(now.key());
        boolean samePlace = sameKey && now != null && before.queue().equals(now.queue());
        if (!sameKey) {
            all.remove(before.key());
        }
        if (!samePlace) {
            queue(before).remove(before.key());
        }
    }

    private NavigableSet<BoardKey> queue(BoardEntry entry) {
        return byQueue.computeIfAbsent(entry.queue(), name -> new ConcurrentSkipListSet<>());
    }

    Page<ComplaintId> page(@Nullable QueueName queue, @Nullable String cursor, int limit) {
        NavigableSet<BoardKey> places =
                queue == null ? all : byQueue.getOrDefault(queue, new ConcurrentSkipListSet<>());
        NavigableSet<BoardKey> rest =
                cursor == null ? places : places.tailSet(BoardKey.at(cursor), false);
        List<BoardKey> keys = rest.stream().limit(limit + 1L).toList();
        boolean more = keys.size() > limit;
        List<BoardKey> shown = more ? keys.subList(0, limit) : keys;
        return new Page<>(
                shown.stream().map(BoardKey::id).toList(), more ? shown.getLast().cursor() : null);
    }

    int size() {
        return entries.size();
    }

    /// Goes over all open complaints: a few milliseconds for 100 000.
    List<QueueCounts> counts() {
        Map<String, QueueCounts> counts = new TreeMap<>();
        for (BoardEntry entry : entries.values()) {
            counts.merge(entry.queue().value(), QueueCounts.of(entry), QueueCounts::plus);
        }
        return List.copyOf(counts.values());
    }
}
