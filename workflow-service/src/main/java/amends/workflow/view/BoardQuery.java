package amends.workflow.view;

import org.jspecify.annotations.Nullable;

/// A page of the board.
///
/// @param cursor the `next` of the page before
public record BoardQuery(
        BoardFilter filter, BoardOrder order, @Nullable String cursor, int limit) {}
