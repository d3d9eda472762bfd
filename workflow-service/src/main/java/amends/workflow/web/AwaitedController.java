package amends.workflow.web;

import amends.workflow.view.AwaitedAppeal;
import amends.workflow.view.AwaitedApproval;
import amends.workflow.view.AwaitedStore;
import amends.workflow.view.Escalations;
import amends.workflow.view.Page;
import amends.workflow.view.RowJson;
import amends.workflow.web.CaseController.Items;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows those with authority what waits for them.
@RestController
class AwaitedController {

    private final AwaitedStore awaited;
    private final Escalations escalations;

    AwaitedController(AwaitedStore awaited, Escalations escalations) {
        this.awaited = awaited;
        this.escalations = escalations;
    }

    @GetMapping("/board/approvals")
    Page<AwaitedApproval> approvals(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit,
            HttpServletRequest request) {
        return awaited.approvals(Sights.of(request), cursor, Limits.of(limit));
    }

    @GetMapping("/board/appeals")
    Page<AwaitedAppeal> appeals(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit,
            HttpServletRequest request) {
        return awaited.appeals(Sights.of(request), cursor, Limits.of(limit));
    }

    @GetMapping("/board/escalations")
    Items<RowJson> escalations(
            @RequestParam(defaultValue = Limits.DEFAULT) int limit, HttpServletRequest request) {
        return new Items<>(escalations.newest(Sights.of(request), Limits.of(limit)));
    }
}
