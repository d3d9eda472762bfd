package amends.workflow.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A page of the board that can be kept up to date.
///
/// @param next absent on the last page
/// @param position changes after it may be missing here; watch the board from it on
public record LivePage<T>(List<T> items, @Nullable String next, String position) {
    public LivePage {
        items = List.copyOf(items);
    }
}
