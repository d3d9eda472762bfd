package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.CommandName;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Wire;
import amends.workflow.complaint.Complaint;
import amends.workflow.complaint.ComplaintDecider;
import amends.workflow.complaint.Status;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseDetails;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseQuery;
import amends.workflow.view.CaseStore;
import amends.workflow.view.ClockRow;
import amends.workflow.view.DuplicateRow;
import amends.workflow.view.Page;
import amends.workflow.view.TimelineEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Shows complaints: lists, and everything about one.
@RestController
class CaseController {

    private final CaseStore cases;
    private final ComplaintDecider decider;
    private final Clock clock;

    CaseController(CaseStore cases, ComplaintDecider decider, Clock clock) {
        this.cases = cases;
        this.decider = decider;
        this.clock = clock;
    }

    record Items<T>(List<T> items) {}

    @GetMapping("/complaints")
    Page<BoardRow> list(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return cases.page(
                new CaseQuery(
                        Optional.ofNullable(queue).map(QueueName::new).orElse(null),
                        Optional.ofNullable(status).map(CaseController::status).orElse(null),
                        Optional.ofNullable(owner).map(AgentId::new).orElse(null),
                        cursor,
                        Limits.of(limit)));
    }

    private static Status status(String word) {
        try {
            return Status.parse(word);
        } catch (IllegalArgumentException e) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "There is no status %s; use one of %s"
                            .formatted(word, List.of(Status.values())));
        }
    }

    /// The row's fields, then everything else; `ETag` is the version that commands may be bound to.
    /// The past has none.
    @GetMapping("/complaints/{idOrReference}")
    ResponseEntity<ObjectNode> one(
            @PathVariable String idOrReference,
            @RequestParam(required = false) @Nullable String at) {
        CaseFile file = find(idOrReference);
        if (at != null) {
            return ResponseEntity.ok(page(PastCase.of(file, at, clock), at));
        }
        return ResponseEntity.ok()
                .eTag(String.valueOf(file.row().version()))
                .body(page(file, null));
    }

    private ObjectNode page(CaseFile file, @Nullable String at) {
        ObjectNode answer = object(file.row());
        answer.setAll(object(CaseDetails.of(file, duplicates(file, at))));
        answer.set("allowed", Wire.mapper().valueToTree(allowed(file)));
        return answer;
    }

    private List<CaseFile> duplicates(CaseFile file, @Nullable String at) {
        List<DuplicateRow> rows = file.row().duplicates();
        return rows == null
                ? List.of()
                : cases.find(rows.stream().map(DuplicateRow::id).toList()).values().stream()
                        .map(each -> at == null ? each : PastCase.of(each, at, clock))
                        .toList();
    }

    @GetMapping("/complaints/{idOrReference}/timeline")
    Items<TimelineEntry> timeline(@PathVariable String idOrReference) {
        return new Items<>(find(idOrReference).timeline());
    }

    @GetMapping("/complaints/{idOrReference}/clocks")
    Items<ClockRow> clocks(@PathVariable String idOrReference) {
        return new Items<>(find(idOrReference).row().clocks());
    }

    private CaseFile find(String idOrReference) {
        return cases.find(ComplaintPath.read(idOrReference))
                .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
    }

    private List<CommandName> allowed(CaseFile file) {
        Complaint state = Complaint.unborn(file.row().id());
        return decider.allowed(file.fold(state, Complaint::evolve));
    }

    private static ObjectNode object(Object value) {
        JsonNode json = Wire.mapper().valueToTree(value);
        return json.asObject();
    }
}
