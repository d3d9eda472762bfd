package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyName;
import amends.workflow.policy.Policies;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.stream.PolicyBook;
import amends.workflow.view.CaseStore;
import amends.workflow.web.Problems.FieldError;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Shows what a policy would have changed before anybody publishes it. One at a time: it is work
/// that those who wait for decisions must not feel.
@RestController
class PreviewController {

    private final CaseStore cases;
    private final PolicyBook policies;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    PreviewController(CaseStore cases, PolicyBook policies, Clock clock) {
        this.cases = cases;
        this.policies = policies;
        this.clock = clock;
    }

    /// A policy that somebody thinks of publishing, and the complaints to try it on: those received
    /// in a span of history.
    ///
    /// @param name `sla`, or a calendar
    /// @param body as it would be published
    /// @param from an instant or a date
    /// @param to an instant, not a part of the span, or its last date
    record PolicyCandidate(PolicyName name, JsonNode body, String from, String to) {}

    @PostMapping("/policies/preview")
    PolicyPreview preview(
            @RequestHeader(name = ActorHeader.NAME, required = false) @Nullable String actor,
            @RequestBody PolicyCandidate candidate) {
        List<FieldError> missing = RequiredFields.missing(candidate);
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
        History history = History.read(candidate.from(), candidate.to());
        Policies tried = tried(candidate, ActorHeader.read(actor));
        if (!turn.tryAcquire()) {
            throw busy();
        }
        try {
            Replay replay = new Replay(policies.current(), tried, clock);
            cases.forEachReceived(history.from(), history.to(), replay::take);
            return PolicyPreview.of(candidate.name(), history, replay);
        } finally {
            turn.release();
        }
    }

    private Policies tried(PolicyCandidate candidate, Actor actor) {
        if (!Policies.movesClocks(candidate.name())) {
            throw invalid("Only policies that clocks run by: sla, or calendar.…", "/name");
        }
        try {
            return policies.candidate(candidate.name(), candidate.body(), actor);
        } catch (InvalidPolicy e) {
            throw invalid(String.valueOf(e.getMessage()), "/body" + e.pointer());
        }
    }

    private static ErrorResponseException invalid(String detail, String pointer) {
        return Problems.invalid(List.of(new FieldError(detail, pointer)));
    }

    private static ErrorResponseException busy() {
        ErrorResponseException problem =
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Another preview is being worked out; ask again soon");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        return problem;
    }
}
