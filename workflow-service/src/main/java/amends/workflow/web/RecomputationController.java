package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand.RescheduleClock;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Outcome;
import amends.workflow.policy.Policies;
import amends.workflow.stream.CommandSender;
import amends.workflow.stream.PolicyBook;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Applies the policies in force to the clocks that run already. A new policy alone is for new
/// complaints and new clocks; this is the operator's other choice, and each change is an event.
@RestController
class RecomputationController {

    private static final int MOST_AT_ONCE = 500;

    private final CaseStore cases;
    private final PolicyBook policies;
    private final CommandSender sender;
    private final Decisions decisions;
    private final Clock clock;

    RecomputationController(
            CaseStore cases,
            PolicyBook policies,
            CommandSender sender,
            Decisions decisions,
            Clock clock) {
        this.cases = cases;
        this.policies = policies;
        this.sender = sender;
        this.decisions = decisions;
        this.clock = clock;
    }

    /// @param complaints that were looked at
    /// @param rescheduled clocks
    /// @param missed clocks whose complaint changed meanwhile; asking again finds them
    record Recomputed(int complaints, int rescheduled, int missed) {}

    @PostMapping("/policies/recompute")
    Recomputed recompute(
            @RequestHeader(name = ActorHeader.NAME, required = false) @Nullable String actor)
            throws InterruptedException {
        List<ComplaintId> open = cases.open();
        Policies current = policies.current();
        List<CompletableFuture<CommandSender.Answer>> answers = new ArrayList<>();
        int rescheduled = 0;
        int asked = 0;
        for (ComplaintId id : open) {
            for (CommandRequest request : requests(id, current, ActorHeader.read(actor))) {
                answers.add(sender.send(request).orElseThrow(RecomputationController::busy));
                asked++;
            }
            if (answers.size() >= MOST_AT_ONCE) {
                rescheduled += accepted(answers);
            }
        }
        rescheduled += accepted(answers);
        return new Recomputed(open.size(), rescheduled, asked - rescheduled);
    }

    /// Each brings about one event, so the versions that they expect follow each other.
    private List<CommandRequest> requests(ComplaintId id, Policies current, Actor actor) {
        Optional<CaseFile> found = cases.find(id);
        List<CommandRequest> requests = new ArrayList<>();
        if (found.isPresent()) {
            CaseFile file = found.get();
            Instant now = clock.instant();
            for (RescheduleClock wish : Recomputation.of(file, current, now)) {
                CorrelationId correlation = new CorrelationId(UUID.randomUUID().toString());
                long version = file.row().version() + requests.size();
                requests.add(new CommandRequest(id, correlation, now, actor, version, wish));
            }
        }
        return requests;
    }

    private int accepted(List<CompletableFuture<CommandSender.Answer>> answers)
            throws InterruptedException {
        long accepted =
                decisions.await(answers).stream()
                        .flatMap(Optional::stream)
                        .filter(answer -> answer.outcome().outcome() instanceof Outcome.Accepted)
                        .count();
        answers.clear();
        return (int) accepted;
    }

    private static RuntimeException busy() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Too many commands are waiting for their decision; ask again soon");
    }
}
