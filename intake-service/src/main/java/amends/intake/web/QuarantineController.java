package amends.intake.web;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.MachineKind;
import amends.contracts.quarantine.QuarantineId;
import amends.intake.quarantine.Quarantine;
import amends.intake.quarantine.Quarantine.Result;

import org.bson.Document;
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

import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Looking at quarantine, trying again, discarding.
@RestController
@RequestMapping("/quarantine")
class QuarantineController {

    private static final int LONGEST_PAGE = 200;

    private final Quarantine quarantine;

    QuarantineController(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /// @param content the input itself in Base64, when a single one is asked for
    record Item(
            String id,
            String status,
            Instant at,
            String source,
            String channel,
            @Nullable String mapping,
            String reason,
            String detail,
            String mediaType,
            @Nullable String content,
            @Nullable String contactId,
            @Nullable String discardReason) {

        static Item of(Document document) {
            return new Item(
                    document.getString("_id"),
                    document.getString("status"),
                    document.get("at", Date.class).toInstant(),
                    document.getString("source"),
                    document.getString("channel"),
                    document.getString("mapping"),
                    document.getString("reason"),
                    document.getString("detail"),
                    document.getString("mediaType"),
                    document.getString("content"),
                    document.getString("contactId"),
                    document.getString("discardReason"));
        }
    }

    record Items(List<Item> items, @Nullable String next) {}

    record Answer(
            String status,
            @Nullable ComplaintId complaintId,
            @Nullable ComplaintReference reference,
            @Nullable ContactId contactId,
            @Nullable String reason,
            @Nullable String detail) {}

    record Discard(@Nullable String reason) {}

    @GetMapping
    Items list(
            @RequestParam(defaultValue = "quarantined") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        try {
            Quarantine.Page page =
                    quarantine.page(status, cursor, Math.clamp(limit, 1, LONGEST_PAGE));
            return new Items(page.items().stream().map(Item::of).toList(), page.next());
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    e.getMessage() + ". Leave the cursor out to begin at the top.");
        }
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id) {
        return quarantine
                .find(new QuarantineId(id))
                .map(Item::of)
                .orElseThrow(QuarantineController::notThere);
    }

    @PostMapping("/{id}/retry")
    Answer retry(
            @PathVariable String id,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor) {
        return answer(quarantine.retry(new QuarantineId(id), Sources.actor(actor)));
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
        return answer(
                quarantine.discard(
                        new QuarantineId(id), new FreeText(reason), Sources.actor(actor)));
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
            case Result.SetAside(MachineKind kind) ->
                    new Answer("set-aside", null, null, null, kind.name(), null);
            case Result.Discarded() -> new Answer("discarded", null, null, null, null, null);
            case Result.NotThere() -> throw notThere();
            case Result.Over(String status) ->
                    throw new Refusal(
                            HttpStatus.CONFLICT,
                            "It is " + status + " already; nothing was changed.");
        };
    }

    private static Refusal notThere() {
        return new Refusal(HttpStatus.NOT_FOUND, "Nothing with this id is or was in quarantine.");
    }
}
