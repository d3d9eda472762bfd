package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.wire.Wire;
import amends.workflow.stream.CommandSender;
import amends.workflow.web.BulkAnswer.BulkItem;
import amends.workflow.web.Problems.FieldError;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives one command to many complaints. Each is decided for itself: some may be refused while the
/// others are carried out.
@RestController
class BulkController {

    static final int MOST = 200;

    private final CommandSender sender;
    private final BulkPreview preview;
    private final Clock clock;
    private final Duration patience;

    BulkController(
            CommandSender sender,
            BulkPreview preview,
            Clock clock,
            @Value("${amends.command-timeout}") Duration patience) {
        this.sender = sender;
        this.preview = preview;
        this.clock = clock;
        this.patience = patience;
    }

    /// One command for many complaints.
    ///
    /// @param complaints ids or references
    /// @param body the command's own fields; absent for commands that have none
    record BulkCommand(List<String> complaints, CommandName command, @Nullable JsonNode body) {}

    @PostMapping("/complaints/commands")
    BulkAnswer command(
            @RequestParam(name = "preview", defaultValue = "false") boolean previewed,
            @RequestHeader(name = ActorHeader.NAME, required = false) @Nullable String actor,
            @RequestBody BulkCommand bulk)
            throws InterruptedException {
        ComplaintCommand command = checked(bulk);
        Actor by = ActorHeader.read(actor);
        List<String> complaints = bulk.complaints().stream().distinct().toList();
        return previewed
                ? BulkAnswer.previewed(
                        complaints.stream()
                                .map(each -> preview.of(each, command, by, clock.instant()))
                                .toList())
                : BulkAnswer.decided(carriedOut(complaints, command, by));
    }

    private static ComplaintCommand checked(BulkCommand bulk) {
        List<FieldError> missing = RequiredFields.missing(bulk);
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
        if (bulk.complaints().isEmpty() || bulk.complaints().size() > MOST) {
            throw invalid("Name 1 to %d complaints".formatted(MOST), "/complaints");
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
    private List<BulkItem> carriedOut(List<String> complaints, ComplaintCommand command, Actor by)
            throws InterruptedException {
        Instant deadline = clock.instant().plus(patience);
        Map<String, Optional<CompletableFuture<CommandSender.Answer>>> answers =
                new LinkedHashMap<>();
        for (String complaint : complaints) {
            answers.put(
                    complaint,
                    BulkAnswer.id(complaint)
                            .flatMap(
                                    id ->
                                            sender.send(
                                                    new CommandRequest(
                                                            id,
                                                            new CorrelationId(
                                                                    UUID.randomUUID().toString()),
                                                            clock.instant(),
                                                            by,
                                                            null,
                                                            command))));
        }
        return collected(answers, deadline);
    }

    private List<BulkItem> collected(
            Map<String, Optional<CompletableFuture<CommandSender.Answer>>> answers,
            Instant deadline)
            throws InterruptedException {
        Map<String, BulkItem> items = new LinkedHashMap<>();
        for (var each : answers.entrySet()) {
            items.put(
                    each.getKey(),
                    each.getValue().isEmpty()
                            ? BulkItem.notSent(each.getKey())
                            : item(each.getKey(), each.getValue().get(), deadline));
        }
        return List.copyOf(items.values());
    }

    private BulkItem item(
            String complaint, CompletableFuture<CommandSender.Answer> answer, Instant deadline)
            throws InterruptedException {
        long left = Math.max(1, Duration.between(clock.instant(), deadline).toMillis());
        try {
            return BulkItem.of(
                    complaint, answer.get(left, TimeUnit.MILLISECONDS).outcome().outcome());
        } catch (TimeoutException | ExecutionException e) {
            return BulkItem.undecided(complaint);
        } finally {
            answer.cancel(false);
        }
    }
}
