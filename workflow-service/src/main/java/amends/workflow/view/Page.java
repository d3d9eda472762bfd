package amends.workflow.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Some items of an ordered list, and where the rest begins. `next` is absent on the last page.
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
