package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.stream.PolicyBook;
import amends.workflow.web.CaseController.Items;
import amends.workflow.web.Problems.FieldError;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/// Shows the policies in force and publishes new versions of them.
@RestController
class PolicyController {

    private final PolicyBook policies;

    PolicyController(PolicyBook policies) {
        this.policies = policies;
    }

    /// A policy without its body.
    record PolicySummary(PolicyName name, int version, Instant publishedAt, Actor publishedBy) {
        static PolicySummary of(PublishedPolicy policy) {
            return new PolicySummary(
                    policy.version().name(),
                    policy.version().version(),
                    policy.publishedAt(),
                    policy.publishedBy());
        }
    }

    /// A policy in force.
    record PolicyAnswer(
            PolicyName name, int version, Instant publishedAt, Actor publishedBy, JsonNode body) {
        static PolicyAnswer of(PublishedPolicy policy) {
            return new PolicyAnswer(
                    policy.version().name(),
                    policy.version().version(),
                    policy.publishedAt(),
                    policy.publishedBy(),
                    policy.body());
        }
    }

    @GetMapping("/policies")
    Items<PolicySummary> all() {
        return new Items<>(policies.published().stream().map(PolicySummary::of).toList());
    }

    @GetMapping("/policies/{name}")
    PolicyAnswer one(@PathVariable PolicyName name) {
        return policies.published(name).map(PolicyAnswer::of).orElseThrow(() -> unknown(name));
    }

    static ErrorResponseException unknown(PolicyName name) {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "There is no policy %s; GET /policies lists them".formatted(name));
    }

    @PutMapping("/policies/{name}")
    PolicyAnswer publish(
            @PathVariable PolicyName name,
            @RequestHeader(name = ActorHeader.NAME, required = false) @Nullable String actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody JsonNode body) {
        try {
            return PolicyAnswer.of(published(name, body, ActorHeader.read(actor), seen));
        } catch (InvalidPolicy e) {
            throw Problems.invalid(
                    List.of(new FieldError(String.valueOf(e.getMessage()), e.pointer())));
        }
    }

    private PublishedPolicy published(
            PolicyName name, JsonNode body, Actor by, @Nullable String seen) {
        return seen == null
                ? policies.publish(name, body, by)
                : policies.publishAfter(name, version(seen), body, by)
                        .orElseThrow(
                                () ->
                                        Problems.of(
                                                HttpStatus.PRECONDITION_FAILED,
                                                "Somebody published another version of %s"
                                                                .formatted(name)
                                                        + " meanwhile; compare with it first"));
    }

    private static int version(String ifMatch) {
        return PolicyVersion.seen(ifMatch)
                .orElseThrow(
                        () ->
                                Problems.of(
                                        HttpStatus.BAD_REQUEST,
                                        "If-Match is the version of the policy in quotes, for"
                                                + " example \"3\""));
    }
}
