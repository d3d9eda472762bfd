package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.workflow.stream.PolicyBook;
import amends.workflow.view.Board;
import amends.workflow.view.RowJson;
import amends.workflow.web.CaseController.Items;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What somebody has to do, what has waited longest in earnest first.
@RestController
class WorkController {

    private final Board board;
    private final PolicyBook policies;

    WorkController(Board board, PolicyBook policies) {
        this.board = board;
        this.policies = policies;
    }

    /// Open complaints that he is responsible for; whoever is in no pool may have some too.
    @GetMapping("/agents/{id}/work")
    Items<RowJson> work(@PathVariable AgentId id, HttpServletRequest request) {
        return new Items<>(board.work(id, policies.current().routing(), Sights.of(request)));
    }
}
