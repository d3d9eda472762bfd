package amends.notification.survey;

import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.contact.LanguageTag;
import amends.notification.survey.SurveyPages.Message;
import amends.notification.survey.SurveyTokens.Reading;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The page behind the link of a follow-up. Opening it changes nothing, so mail scanners that
/// follow links do no harm. The token in the address is the permission, and nobody else's page can
/// know it, so the form needs no other protection.
@RestController
@RequestMapping("/survey")
class SurveyController {

    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final SurveyTokens tokens;
    private final SurveyPages pages;
    private final SurveyAnswers answers;
    private final Clock clock;

    SurveyController(SurveyTokens tokens, SurveyPages pages, SurveyAnswers answers, Clock clock) {
        this.tokens = tokens;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/survey.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePublic())
                .body(new ClassPathResource("survey/survey.css"));
    }

    @GetMapping("/{token}")
    ResponseEntity<String> ask(@PathVariable String token, Locale locale) {
        return switch (tokens.read(token, clock.instant())) {
            case Reading.Valid(SurveyTicket ticket) ->
                    answers.isAnswered(ticket)
                            ? answeredBefore(ticket)
                            : page(HttpStatus.OK, pages.form(ticket, token, Map.of(), false));
            case Reading.Expired(SurveyTicket ticket) -> expired(ticket);
            case Reading.Forged _ -> unknown(locale);
        };
    }

    @PostMapping(path = "/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> answer(
            @PathVariable String token, @RequestParam Map<String, String> fields, Locale locale) {
        return switch (tokens.read(token, clock.instant())) {
            case Reading.Valid(SurveyTicket ticket) -> take(ticket, token, fields);
            case Reading.Expired(SurveyTicket ticket) -> expired(ticket);
            case Reading.Forged _ -> unknown(locale);
        };
    }

    private ResponseEntity<String> take(
            SurveyTicket ticket, String token, Map<String, String> fields) {
        Optional<SurveyAnswer> answer = new SurveyForm(fields).answer();
        if (answer.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, pages.form(ticket, token, fields, true));
        }
        return switch (answers.take(ticket, answer.get(), clock.instant())) {
            case RECORDED -> thanks(ticket, answer.get());
            case ANSWERED_BEFORE -> answeredBefore(ticket);
            case NOT_NOW -> message(HttpStatus.SERVICE_UNAVAILABLE, ticket, Message.NOT_NOW);
        };
    }

    private ResponseEntity<String> thanks(SurveyTicket ticket, SurveyAnswer answer) {
        return message(
                HttpStatus.OK,
                ticket,
                answer.solved() ? Message.THANKS_SOLVED : Message.THANKS_NOT_SOLVED);
    }

    private ResponseEntity<String> answeredBefore(SurveyTicket ticket) {
        return message(HttpStatus.OK, ticket, Message.ANSWERED_BEFORE);
    }

    private ResponseEntity<String> expired(SurveyTicket ticket) {
        return message(HttpStatus.GONE, ticket, Message.EXPIRED);
    }

    private ResponseEntity<String> unknown(Locale locale) {
        LanguageTag language =
                new LanguageTag(locale.getLanguage().isEmpty() ? "en" : locale.getLanguage());
        return page(HttpStatus.NOT_FOUND, pages.message(language, Message.UNKNOWN));
    }

    private ResponseEntity<String> message(HttpStatus status, SurveyTicket ticket, Message what) {
        return page(status, pages.message(ticket.language(), what));
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> SECURITY.forEach((name, value) -> headers.set(name, value)))
                .body(html);
    }

    /// Nothing but the page's own style sheet is loaded, and the token does not leave by the
    /// Referer header.
    private static final Map<String, String> SECURITY =
            Map.of(
                    "Content-Security-Policy",
                    String.join(
                            "; ",
                            List.of(
                                    "default-src 'none'",
                                    "style-src 'self'",
                                    "form-action 'self'",
                                    "frame-ancestors 'none'",
                                    "base-uri 'none'")),
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Robots-Tag",
                    "noindex, nofollow");
}
