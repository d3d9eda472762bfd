package amends.workflow.view;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Some open complaints, in each order at once. One thread writes, any number reads.
final class BoardShelf {

    private final Map<BoardOrder, ConcurrentNavigableMap<BoardKey, BoardItem>> orders =
            new EnumMap<>(BoardOrder.class);

    BoardShelf() {
        for (BoardOrder order : BoardOrder.values()) {
            orders.put(order, new ConcurrentSkipListMap<>(order.places()));
        }
    }

    void put(BoardItem item) {
        orders.values().forEach(items -> items.put(item.key(), item));
    }

    /// Leaves the places that `now` does not stand at.
    void leave(BoardItem before, @Nullable BoardItem now) {
        orders.forEach(
                (order, items) -> {
                    if (now == null || !order.samePlace(before.key(), now.key())) {
                        items.remove(before.key());
                    }
                });
    }

    /// @param place where the page before ended; absent: from the beginning
    Collection<BoardItem> after(BoardOrder order, @Nullable BoardKey place) {
        ConcurrentNavigableMap<BoardKey, BoardItem> items = orders.get(order);
        return place == null ? items.values() : items.tailMap(place, false).values();
    }
}
