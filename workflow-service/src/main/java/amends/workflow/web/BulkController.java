package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.wire.Wire;
import amends.workflow.stream.CommandSender;
import amends.workflow.stream.CommandSender.Answer;
import amends.workflow.view.CaseStore;
import amends.workflow.web.BulkAnswer.BulkItem;
import amends.workflow.web.Problems.FieldError;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Gives one command to many complaints. Each is decided for itself: some may be refused while the
/// others are carried out.
@RestController
class BulkController {

    static final int MOST = 200;

    private final CommandSender sender;
    private final Decisions decisions;
    private final BulkPreview preview;
    private final CaseStore cases;
    private final Clock clock;

    BulkController(
            CommandSender sender,
            Decisions decisions,
            BulkPreview preview,
            CaseStore cases,
            Clock clock) {
        this.sender = sender;
        this.decisions = decisions;
        this.preview = preview;
        this.cases = cases;
        this.clock = clock;
    }

    /// One command for many complaints.
    ///
    /// @param complaints ids or references
    /// @param body the command's own fields; absent for commands that have none
    /// @param versions by complaint as it is named, the version that was seen: one that has changed
    ///   since is refused. Absent, or without a complaint: any version
    record BulkCommand(
            List<String> complaints,
            CommandName command,
            @Nullable JsonNode body,
            @Nullable Map<String, Long> versions) {

        List<String> distinct() {
            return complaints.stream().distinct().toList();
        }

        @Nullable Long seen(String complaint) {
            return versions == null ? null : versions.get(complaint);
        }
    }

    @PostMapping("/complaints/commands")
    BulkAnswer command(
            @RequestParam(name = "preview", defaultValue = "false") boolean previewed,
            @RequestHeader(name = ActorHeader.NAME, required = false) @Nullable String actor,
            @RequestBody BulkCommand bulk)
            throws InterruptedException {
        ComplaintCommand command = checked(bulk);
        Actor by = ActorHeader.read(actor);
        List<BulkItem> items =
                previewed ? previewed(bulk, command, by) : carriedOut(bulk, command, by);
        List<BulkItem> explained = items.stream().map(each -> explained(each, bulk)).toList();
        return previewed ? BulkAnswer.previewed(explained) : BulkAnswer.decided(explained);
    }

    private List<BulkItem> previewed(BulkCommand bulk, ComplaintCommand command, Actor by) {
        return bulk.distinct().stream()
                .map(each -> preview.of(each, bulk.seen(each), command, by, clock.instant()))
                .toList();
    }

    private static ComplaintCommand checked(BulkCommand bulk) {
        List<FieldError> missing = RequiredFields.missing(bulk);
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
        if (bulk.complaints().isEmpty() || bulk.complaints().size() > MOST) {
            throw invalid("Name 1 to %d complaints".formatted(MOST), "/complaints");
        }
        if (bulk.versions() != null && !bulk.complaints().containsAll(bulk.versions().keySet())) {
            throw invalid("Name versions by the complaints as you name them", "/versions");
        }
        JsonNode body = bulk.body();
        return CommandReader.read(
                        bulk.command().value(), body == null ? new byte[0] : Wire.write(body))
                .orElseThrow(
                        () ->
                                invalid(
                                        "There is no such command; use one of "
                                                + CommandReader.offered().stream()
                                                        .sorted()
                                                        .toList(),
                                        "/command"));
    }

    private static RuntimeException invalid(String detail, String pointer) {
        return Problems.invalid(List.of(new FieldError(detail, pointer)));
    }

    /// All are sent before the first answer is waited for.
    private List<BulkItem> carriedOut(BulkCommand bulk, ComplaintCommand command, Actor by)
            throws InterruptedException {
        Map<String, CompletableFuture<Answer>> sent = new LinkedHashMap<>();
        for (String complaint : bulk.distinct()) {
            BulkAnswer.id(complaint)
                    .flatMap(id -> sender.send(request(id, bulk.seen(complaint), command, by)))
                    .ifPresent(answer -> sent.put(complaint, answer));
        }
        List<Optional<Answer>> answers = decisions.await(List.copyOf(sent.values()));
        Map<String, BulkItem> decided = new HashMap<>();
        int next = 0;
        for (String complaint : sent.keySet()) {
            Optional<Answer> answer = answers.get(next++);
            decided.put(
                    complaint,
                    answer.map(each -> BulkItem.of(complaint, each.outcome().outcome()))
                            .orElseGet(() -> BulkItem.undecided(complaint)));
        }
        return bulk.distinct().stream()
                .map(each -> decided.getOrDefault(each, BulkItem.notSent(each)))
                .toList();
    }

    private CommandRequest request(
            ComplaintId id, @Nullable Long seen, ComplaintCommand command, Actor by) {
        CorrelationId correlation = new CorrelationId(UUID.randomUUID().toString());
        return new CommandRequest(id, correlation, clock.instant(), by, seen, command);
    }

    /// One that came too late learns what happened since, as far as the cases show it.
    private BulkItem explained(BulkItem item, BulkCommand bulk) {
        Long seen = bulk.seen(item.complaint());
        return seen == null || !item.isStale()
                ? item
                : BulkAnswer.id(item.complaint())
                        .map(id -> item.since(cases.since(id, seen)))
                        .orElse(item);
    }
}
