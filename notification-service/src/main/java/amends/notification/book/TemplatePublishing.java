package amends.notification.book;

import amends.contracts.complaint.Actor;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.wire.PublishedBook;
import amends.notification.book.TemplateController.Items;
import amends.notification.book.TemplateController.TemplateAnswer;
import amends.notification.template.InvalidTemplate;
import amends.notification.template.SampleLetters;
import amends.notification.template.SampleLetters.Sample;
import amends.notification.template.Templates;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/// Shows letters as a candidate would write them, and puts it into force.
@RestController
@RequestMapping("/notification-templates")
class TemplatePublishing {

    private final PublishedBook<Templates> book;
    private final SampleLetters samples;

    TemplatePublishing(TemplateBook templates, SampleLetters samples) {
        this.book = templates.book();
        this.samples = samples;
    }

    @PostMapping("/{name}/preview")
    Items<Sample> preview(
            @PathVariable("name") PolicyName name,
            @RequestBody JsonNode body,
            HttpServletRequest request) {
        known(name);
        return new Items<>(samples.of(book.candidate(name, body, caller(request)), name));
    }

    @PutMapping("/{name}")
    TemplateAnswer publish(
            @PathVariable("name") PolicyName name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody JsonNode body,
            HttpServletRequest request) {
        known(name);
        Actor by = caller(request);
        return TemplateAnswer.of(
                seen == null ? book.publish(name, body, by) : publish(name, seen, body, by));
    }

    private PublishedPolicy publish(PolicyName name, String seen, JsonNode body, Actor by) {
        return book.publishAfter(name, version(seen), body, by)
                .orElseThrow(
                        () ->
                                new ResponseStatusException(
                                        HttpStatus.PRECONDITION_FAILED,
                                        "Somebody published another version of %s meanwhile; compare with it first"
                                                .formatted(name)));
    }

    private static int version(String ifMatch) {
        return PolicyVersion.seen(ifMatch)
                .orElseThrow(
                        () ->
                                new ResponseStatusException(
                                        HttpStatus.BAD_REQUEST,
                                        "If-Match is the version of the template in quotes, for"
                                                + " example \"3\""));
    }

    private void known(PolicyName name) {
        if (book.published(name).isEmpty()) {
            throw TemplateController.unknown(name);
        }
    }

    private static Actor caller(HttpServletRequest request) {
        return IdentityFilter.caller(request).actor();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidTemplate fault) {
        String said = String.valueOf(fault.getMessage());
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, said);
        problem.setProperty("errors", List.of(Map.of("detail", said, "pointer", fault.pointer())));
        return ResponseEntity.of(problem).build();
    }
}
