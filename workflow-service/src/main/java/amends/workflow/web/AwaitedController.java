package amends.workflow.web;

import amends.workflow.view.AwaitedAppeal;
import amends.workflow.view.AwaitedApproval;
import amends.workflow.view.CareStore;
import amends.workflow.view.Escalations;
import amends.workflow.view.RowJson;
import amends.workflow.web.CaseController.Items;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows those with authority what waits for them.
@RestController
class AwaitedController {

    private final CareStore care;
    private final Escalations escalations;

    AwaitedController(CareStore care, Escalations escalations) {
        this.care = care;
        this.escalations = escalations;
    }

    @GetMapping("/board/approvals")
    Items<AwaitedApproval> approvals(@RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return new Items<>(care.approvals(Limits.of(limit)));
    }

    @GetMapping("/board/appeals")
    Items<AwaitedAppeal> appeals(@RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return new Items<>(care.appeals(Limits.of(limit)));
    }

    @GetMapping("/board/escalations")
    Items<RowJson> escalations(
            @RequestParam(defaultValue = Limits.DEFAULT) int limit, HttpServletRequest request) {
        return new Items<>(escalations.newest(Sights.of(request), Limits.of(limit)));
    }
}
