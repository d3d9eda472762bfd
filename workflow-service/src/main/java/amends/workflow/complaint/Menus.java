package amends.workflow.complaint;

import amends.contracts.contact.MenuName;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Through which menus the customer has gone because of a complaint. One that he hears again before
/// he goes on counts again: it led him nowhere.
///
/// @param visits how often he was in each, of at most [#MOST_KNOWN] menus
record Menus(Map<String, Integer> visits) {

    static final int MOST_KNOWN = 50;
    static final Menus NONE = new Menus(Map.of());

    Menus {
        visits = Map.copyOf(visits);
    }

    /// @param path the menus of one contact, in order; absent: none
    Menus and(@Nullable List<MenuName> path) {
        if (path == null || path.isEmpty()) {
            return this;
        }
        Map<String, Integer> after = new TreeMap<>(visits);
        for (MenuName menu : path) {
            boolean isKnown = after.containsKey(menu.value());
            if (isKnown || after.size() < MOST_KNOWN) {
                after.merge(menu.value(), 1, Integer::sum);
            }
        }
        return new Menus(after);
    }

    /// The first of these menus in which he was so often.
    Optional<MenuName> visited(@Nullable List<MenuName> path, int times) {
        return Optional.ofNullable(path).stream()
                .flatMap(List::stream)
                .filter(menu -> visits.getOrDefault(menu.value(), 0) >= times)
                .findFirst();
    }
}
