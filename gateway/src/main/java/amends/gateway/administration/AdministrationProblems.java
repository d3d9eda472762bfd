package amends.gateway.administration;

import amends.gateway.directory.NotDurable;
import amends.gateway.problem.Problems;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Refusals of changes as problem documents.
@RestControllerAdvice(basePackageClasses = Refused.class)
final class AdministrationProblems {

    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused e) {
        return answer(e.status(), String.valueOf(e.getMessage()));
    }

    /// A role, brand or the like that is not one.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "The body is not readable: roles are AGENT, SUPERVISOR, OPERATIONS, ADMINISTRATOR"
                        + " and INTEGRATION; reach has lists of names under brands, queues and"
                        + " channels; overlap is ISO 8601, for example PT24H.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notDurable(NotDurable e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage())));
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String why) {
        return ResponseEntity.status(status).body(Problems.of(status, why));
    }
}
