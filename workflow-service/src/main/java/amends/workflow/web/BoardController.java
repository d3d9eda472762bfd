package amends.workflow.web;

import amends.contracts.routing.QueueName;
import amends.workflow.view.Board;
import amends.workflow.view.BoardRow;
import amends.workflow.view.Page;
import amends.workflow.view.QueueCounts;
import amends.workflow.web.CaseController.Items;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The board of open complaints, and how the queues stand.
@RestController
class BoardController {

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping("/board")
    Page<BoardRow> board(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return board.page(queue == null ? null : new QueueName(queue), cursor, Limits.of(limit));
    }

    @GetMapping("/queues")
    Items<QueueCounts> queues() {
        return new Items<>(board.counts());
    }
}
