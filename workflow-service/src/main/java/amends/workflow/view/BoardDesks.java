package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The open complaints that each agent is responsible for. One thread writes, any number reads.
final class BoardDesks {

    private final Map<AgentId, Map<ComplaintId, BoardItem>> byOwner = new ConcurrentHashMap<>();

    void put(BoardItem item) {
        AgentId owner = item.owner();
        if (owner != null) {
            byOwner.computeIfAbsent(owner, any -> new ConcurrentHashMap<>()).put(item.id(), item);
        }
    }

    /// Leaves the desk that `now` does not lie on.
    void leave(BoardItem before, @Nullable BoardItem now) {
        AgentId owner = before.owner();
        if (owner != null && (now == null || !owner.equals(now.owner()))) {
            byOwner.computeIfPresent(
                    owner,
                    (any, desk) -> {
                        desk.remove(before.id());
                        return desk.isEmpty() ? null : desk;
                    });
        }
    }

    Collection<BoardItem> of(AgentId owner) {
        return byOwner.getOrDefault(owner, Map.of()).values();
    }
}
