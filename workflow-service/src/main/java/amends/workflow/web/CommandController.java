package amends.workflow.web;

import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.Refusal;
import amends.workflow.stream.CommandSender;
import amends.workflow.view.CaseStore;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

/// Takes commands and answers when they are decided and the decision is safe on the log.
@RestController
class CommandController {

    private static final int LARGEST_BODY_BYTES = 1024 * 1024;

    private final CommandSender sender;
    private final Decisions decisions;
    private final CaseStore cases;
    private final Clock clock;

    CommandController(CommandSender sender, Decisions decisions, CaseStore cases, Clock clock) {
        this.sender = sender;
        this.decisions = decisions;
        this.cases = cases;
        this.clock = clock;
    }

    /// The complaint after a command.
    record CommandAnswer(
            ComplaintId complaintId, ComplaintReference reference, long version, String status) {}

    @PostMapping("/complaints/{idOrReference}/{command}")
    CommandAnswer command(
            @PathVariable String idOrReference,
            @PathVariable String command,
            @RequestHeader(name = ActorHeader.NAME, required = false) @Nullable String actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            HttpServletRequest body)
            throws IOException, InterruptedException {
        ComplaintCommand wish =
                CommandReader.read(command, bytes(body)).orElseThrow(() -> unknownCommand(command));
        return decided(
                new CommandRequest(
                        ComplaintPath.read(idOrReference),
                        new CorrelationId(UUID.randomUUID().toString()),
                        clock.instant(),
                        ActorHeader.read(actor),
                        expected(version),
                        wish));
    }

    private CommandAnswer decided(CommandRequest request) throws InterruptedException {
        CommandSender.Answer answer = decisions.await(sender.send(request));
        ComplaintId id = request.complaintId();
        return switch (answer.outcome().outcome()) {
            case Outcome.Accepted accepted ->
                    new CommandAnswer(id, id.reference(), accepted.version(), answer.status());
            case Outcome.Refused refused -> throw refused(request, refused);
            case Outcome.ContactTaken taken ->
                    throw new IllegalStateException("A command is not answered like a contact");
            case Outcome.NothingNext nothing ->
                    throw new IllegalStateException("A command is not answered like a wish");
        };
    }

    /// One that came too late learns what happened since, as far as the cases show it.
    private ErrorResponseException refused(CommandRequest request, Outcome.Refused refused) {
        ErrorResponseException problem = Problems.refused(refused.refusal(), refused.version());
        Long seen = request.expectedVersion();
        if (seen != null && refused.refusal().rule() == Refusal.Rule.STALE_VERSION) {
            problem.getBody().setProperty("changed", cases.since(request.complaintId(), seen));
        }
        return problem;
    }

    private static ErrorResponseException unknownCommand(String command) {
        ErrorResponseException problem =
                Problems.of(
                        HttpStatus.NOT_FOUND,
                        "There is no command %s; use one of `offered`".formatted(command));
        problem.getBody()
                .setProperty("offered", CommandReader.offered().stream().sorted().toList());
        return problem;
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY_BYTES + 1);
        if (body.length > LARGEST_BODY_BYTES) {
            throw Problems.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A command has at most %d bytes; shorten it".formatted(LARGEST_BODY_BYTES));
        }
        return body;
    }

    private static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "If-Match is the version of the complaint in quotes, for example \"7\"");
        }
    }
}
