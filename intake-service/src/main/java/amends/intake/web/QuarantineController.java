package amends.intake.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.name.TypedName;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.quarantine.QuarantineId;
import amends.intake.quarantine.Quarantine;
import amends.intake.quarantine.QuarantineClock;
import amends.intake.quarantine.Result;
import amends.intake.quarantine.Selection;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/// Looking at quarantine, trying again, correcting, discarding.
@RestController
@RequestMapping("/quarantine")
class QuarantineController {

    private static final int LONGEST_PAGE = 200;
    private static final int MOST_TRIED = 1_000;

    private final Quarantine quarantine;
    private final QuarantineClock age;
    private final InstantSource clock;

    QuarantineController(Quarantine quarantine, QuarantineClock age, InstantSource clock) {
        this.quarantine = quarantine;
        this.age = age;
        this.clock = clock;
    }

    record Items(List<QuarantinedItem> items, @Nullable String next, QuarantineClock.Age lying) {}

    record Answer(
            String status,
            @Nullable ComplaintId complaintId,
            @Nullable ComplaintReference reference,
            @Nullable ContactId contactId,
            @Nullable String reason,
            @Nullable String detail) {}

    record Discard(@Nullable String reason) {}

    /// Which are meant; all that lie in quarantine when nothing is said.
    ///
    /// @param cursor where an earlier answer said that more are
    record RetryAll(@Nullable String reason, @Nullable String source, @Nullable String cursor) {}

    /// The input as it should have come, in one of two forms.
    ///
    /// @param content in Base64, for what is no text in UTF-8
    record Correction(@Nullable String text, @Nullable String content) {}

    @GetMapping
    Items list(
            @RequestParam(defaultValue = "quarantined") String status,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Selection wanted = new Selection(status, reason, source);
        Instant now = clock.instant();
        Quarantine.Page page =
                paged(() -> quarantine.page(wanted, cursor, Math.clamp(limit, 1, LONGEST_PAGE)));
        return new Items(
                page.items().stream().map(each -> QuarantinedItem.of(each, now)).toList(),
                page.next(),
                age.age());
    }

    @GetMapping("/{id}")
    QuarantinedItem one(@PathVariable String id) {
        return quarantine
                .find(known(id))
                .map(each -> QuarantinedItem.of(each, clock.instant()))
                .orElseThrow(QuarantineController::notThere);
    }

    @PostMapping("/retry")
    Quarantine.Retried retryAll(
            @RequestBody RetryAll wanted,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor) {
        Actor by = Sources.actor(actor);
        return paged(
                () ->
                        quarantine.retryAll(
                                Selection.lying(wanted.reason(), wanted.source()),
                                wanted.cursor(),
                                MOST_TRIED,
                                by));
    }

    @PostMapping("/{id}/edit")
    Answer edit(
            @PathVariable String id,
            @RequestBody Correction correction,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor) {
        return answer(quarantine.edit(known(id), bytes(correction), Sources.actor(actor)));
    }

    private static byte[] bytes(Correction correction) {
        String text = correction.text();
        String content = correction.content();
        if ((text == null) == (content == null)) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Send the corrected input either as text, or in Base64 as content.");
        }
        try {
            return text == null
                    ? Base64.getDecoder().decode(content)
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "content is not in Base64.");
        }
    }

    private static <T> T paged(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    e.getMessage() + ". Leave the cursor out to begin at the top.");
        }
    }

    @PostMapping("/{id}/retry")
    Answer retry(
            @PathVariable String id,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor) {
        return answer(quarantine.retry(known(id), Sources.actor(actor)));
    }

    @PostMapping("/{id}/discard")
    Answer discard(
            @PathVariable String id,
            @RequestBody Discard discard,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor) {
        String reason = discard.reason();
        if (reason == null || reason.isBlank()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT, "Say in reason why it can be discarded.");
        }
        return answer(quarantine.discard(known(id), new FreeText(reason), Sources.actor(actor)));
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.Released(Contact contact) ->
                    new Answer(
                            "released",
                            contact.complaintId(),
                            contact.complaintId().reference(),
                            contact.content().id(),
                            null,
                            null);
            case Result.StillQuarantined(String reason, String detail) ->
                    new Answer("quarantined", null, null, null, reason, detail);
            case Result.SetAside(AsideKind kind) ->
                    new Answer("set-aside", null, null, null, kind.name(), null);
            case Result.Discarded() -> new Answer("discarded", null, null, null, null, null);
            case Result.NotThere() -> throw notThere();
            case Result.Over(String status) ->
                    throw new Refusal(
                            HttpStatus.CONFLICT,
                            "It is " + status + " already; nothing was changed.");
        };
    }

    /// What is no id is none of any input.
    private static QuarantineId known(String id) {
        if (id.isBlank() || id.length() > TypedName.LONGEST) {
            throw notThere();
        }
        return new QuarantineId(id);
    }

    private static Refusal notThere() {
        return new Refusal(HttpStatus.NOT_FOUND, "Nothing with this id is or was in quarantine.");
    }
}
