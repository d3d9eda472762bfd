package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import java.util.List;

/// The problems this service answers with (RFC 9457). Their texts say what to do next.
final class Problems {

    /// One thing that is wrong in a request body, and where (RFC 6901).
    record FieldError(String detail, String pointer) {}

    private Problems() {}

    static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    static ErrorResponseException invalid(List<FieldError> errors) {
        ErrorResponseException problem =
                of(HttpStatus.UNPROCESSABLE_CONTENT, "Mend what `errors` names and send it again");
        problem.getBody().setProperty("errors", errors);
        return problem;
    }

    static ErrorResponseException unknownComplaint(String idOrReference) {
        return of(
                HttpStatus.NOT_FOUND,
                "There is no complaint %s; check the id or reference".formatted(idOrReference));
    }

    static ErrorResponseException unknownAgent(AgentId agent) {
        return of(
                HttpStatus.NOT_FOUND,
                "No pool has an agent %s; add him to the policy `routing` first".formatted(agent));
    }

    static ErrorResponseException refused(Refusal refusal, long version) {
        ErrorResponseException problem = of(status(refusal.rule()), refusal.explanation().value());
        problem.getBody().setProperty("rule", refusal.rule());
        problem.getBody().setProperty("explanation", refusal.explanation().value());
        problem.getBody().setProperty("allowed", refusal.allowed());
        problem.getBody().setProperty("version", version);
        return problem;
    }

    private static HttpStatus status(Refusal.Rule rule) {
        if (rule == Refusal.Rule.UNKNOWN_COMPLAINT) {
            return HttpStatus.NOT_FOUND;
        }
        return rule == Refusal.Rule.STALE_VERSION
                ? HttpStatus.PRECONDITION_FAILED
                : HttpStatus.CONFLICT;
    }
}
