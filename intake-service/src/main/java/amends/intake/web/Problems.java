package amends.intake.web;

import amends.intake.bulk.RefusedUpload;
import amends.intake.claim.TooManyClaims;
import amends.intake.publish.NotDurable;
import amends.intake.publish.TooLarge;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Refusals and failures as RFC 9457 problem documents.
@RestControllerAdvice
class Problems {

    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        refusal.status(), String.valueOf(refusal.getMessage()));
        if (!refusal.faults().isEmpty()) {
            problem.setProperty("errors", refusal.faults());
        }
        return answer(problem).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notDurable(NotDurable failure) {
        return later(
                "It could not be stored safely in time. Send it again: the same input is never"
                        + " taken twice.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return later(String.valueOf(busy.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooMany refusal) {
        return later(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyClaims refusal) {
        return later(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(TooLarge failure) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "Too large to be stored whole. Send it without large attachments.");
        return answer(problem).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedUpload refusal) {
        String detail = String.valueOf(refusal.getMessage());
        return switch (refusal.why()) {
            case BUSY -> later(detail);
            case RUNNING_ALREADY -> refused(new Refusal(HttpStatus.CONFLICT, detail));
            case UNREADABLE -> refused(new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, detail));
        };
    }

    private static ResponseEntity<ProblemDetail> later(String detail) {
        return later(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    private static ResponseEntity<ProblemDetail> later(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        return answer(problem).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).body(problem);
    }

    private static ResponseEntity.BodyBuilder answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
