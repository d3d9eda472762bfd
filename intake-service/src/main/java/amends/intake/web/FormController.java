package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Fault;
import amends.intake.channel.FormChannel;
import amends.intake.channel.FormData;
import amends.intake.channel.FormTokens;
import amends.intake.publish.NotDurable;
import amends.intake.publish.Reception;
import amends.intake.publish.Taken;
import amends.intake.publish.TooLarge;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The page on which customers write what happened; it needs no script, and other pages may show it
/// within them if they are named. `?product=&lot=` fills in what a code on packaging says.
@RestController
class FormController {

    private static final SourceName SOURCE = new SourceName("web-form");
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final FormChannel channel;
    private final FormTokens tokens;
    private final FormPages pages = new FormPages();
    private final Reception reception;
    private final OpenBodies bodies;
    private final String policy;
    private final InstantSource clock;

    FormController(
            FormChannel channel,
            FormTokens tokens,
            Reception reception,
            OpenBodies bodies,
            OpenSettings settings,
            InstantSource clock) {
        this.channel = channel;
        this.tokens = tokens;
        this.reception = reception;
        this.bodies = bodies;
        this.policy =
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors "
                        + settings.formFrames();
        this.clock = clock;
    }

    @GetMapping("/form/form.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(new ClassPathResource("form/form.css"));
    }

    @GetMapping("/form")
    ResponseEntity<String> ask(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String lot,
            Locale locale) {
        String language = FormPages.spoken(lang == null ? locale.getLanguage() : lang);
        return form(
                HttpStatus.OK,
                language,
                Map.of("product", product, "lot", lot),
                tokens.token(clock.instant(), unique()),
                FormPages.Problem.NONE);
    }

    @PostMapping(path = "/form", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> send(HttpServletRequest request) throws IOException {
        String told = Objects.requireNonNull(request.getContentType(), "as it is consumed");
        MediaTypeName type = FormBodies.mediaType(told);
        return bodies.with(
                request,
                SOURCE.value(),
                body -> answer(new Arrival(SOURCE, null, null, type, body, clock.instant())),
                (why, beginning) -> notTaken(why, filled(FormData.beginning(type, beginning))));
    }

    private ResponseEntity<String> notTaken(RuntimeException why, Map<String, String> filled) {
        return switch (why) {
            case TooMany _ ->
                    again(HttpStatus.TOO_MANY_REQUESTS, filled, FormPages.Problem.NOT_NOW);
            case Refusal _, TooLarge _ ->
                    again(HttpStatus.CONTENT_TOO_LARGE, filled, FormPages.Problem.TOO_LARGE);
            default -> again(HttpStatus.SERVICE_UNAVAILABLE, filled, FormPages.Problem.NOT_NOW);
        };
    }

    private ResponseEntity<String> answer(Arrival arrival) {
        Map<String, String> filled = filled(FormData.parse(arrival.mediaType(), arrival.content()));
        String language = language(filled);
        try {
            return switch (reception.take(channel, arrival)) {
                case Taken.Accepted(var complaint, _) ->
                        page(
                                HttpStatus.OK,
                                pages.thanks(language, complaint.reference().toString()));
                case Taken.Quarantined _, Taken.SetAside _ ->
                        page(HttpStatus.OK, pages.thanks(language, ""));
                case Taken.Refused(var why) ->
                        again(HttpStatus.UNPROCESSABLE_CONTENT, filled, problem(why.faults()));
            };
        } catch (NotDurable | TooLarge why) {
            return notTaken(why, filled);
        }
    }

    private static FormPages.Problem problem(List<Fault> faults) {
        if (faults.stream().anyMatch(fault -> fault.pointer().equals(FormChannel.AT_ONCE))) {
            return FormPages.Problem.ONCE_MORE;
        }
        return faults.stream().anyMatch(fault -> fault.pointer().equals("/" + FormChannel.TOKEN))
                ? FormPages.Problem.OPENED_LONG_AGO
                : FormPages.Problem.INCOMPLETE;
    }

    private static String language(Map<String, String> filled) {
        return FormPages.spoken(filled.getOrDefault("language", ""));
    }

    private static Map<String, String> filled(Optional<FormData> form) {
        Map<String, String> filled = new HashMap<>();
        form.ifPresent(
                data -> {
                    FormPages.FIELDS.forEach(name -> filled.put(name, data.field(name)));
                    filled.put(FormChannel.TOKEN, data.field(FormChannel.TOKEN));
                });
        return filled;
    }

    private ResponseEntity<String> again(
            HttpStatus status, Map<String, String> filled, FormPages.Problem problem) {
        String before = filled.getOrDefault(FormChannel.TOKEN, "");
        String token = tokens.again(before, clock.instant(), unique());
        return form(status, language(filled), filled, token, problem);
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private ResponseEntity<String> form(
            HttpStatus status,
            String language,
            Map<String, String> filled,
            String token,
            FormPages.Problem problem) {
        return page(status, pages.form(language, token, filled, problem));
    }

    private ResponseEntity<String> page(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .body(page);
    }
}
