package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/// The board: open complaints, most urgent first, page by page from memory, their rows by id from
/// MongoDB.
@Component
public class Board {

    private final BoardIndex index;
    private final CaseStore cases;

    Board(BoardIndex index, CaseStore cases) {
        this.index = index;
        this.cases = cases;
    }

    /// @param cursor the `next` of the page before
    public Page<BoardRow> page(@Nullable QueueName queue, @Nullable String cursor, int limit) {
        Page<ComplaintId> ids = index.page(queue, cursor, limit);
        return new Page<>(cases.rows(ids.items()), ids.next());
    }

    public List<QueueCounts> counts() {
        return index.counts();
    }
}
