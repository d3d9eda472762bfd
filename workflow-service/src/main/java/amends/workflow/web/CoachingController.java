package amends.workflow.web;

import amends.contracts.access.Role;
import amends.contracts.coaching.CoachingEvent.CoachingNoted;
import amends.contracts.coaching.CoachingNoteId;
import amends.contracts.coaching.RecordedCoaching;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.personal.FreeText;
import amends.workflow.stream.CoachingBook;
import amends.workflow.web.CaseController.Items;
import amends.workflow.web.Problems.FieldError;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/// What supervisors tell an agent; nobody else than they and he himself reads it.
@RestController
class CoachingController {

    private static final int LONGEST = 4000;

    private final CoachingBook coaching;

    CoachingController(CoachingBook coaching) {
        this.coaching = coaching;
    }

    /// @param about id or reference of the complaint that it is about; absent: none
    record CoachingText(FreeText text, @Nullable String about) {}

    /// A note as supervisors and the agent read it.
    record CoachingNote(
            CoachingNoteId id,
            Instant at,
            Actor by,
            FreeText text,
            @Nullable ComplaintReference about) {

        static CoachingNote of(RecordedCoaching recorded) {
            return switch (recorded.event()) {
                case CoachingNoted(CoachingNoteId id, FreeText text, ComplaintId about) ->
                        new CoachingNote(
                                id,
                                recorded.at(),
                                recorded.by(),
                                text,
                                about == null ? null : about.reference());
            };
        }
    }

    @GetMapping("/agents/{id}/coaching-notes")
    Items<CoachingNote> notes(@PathVariable AgentId id, HttpServletRequest request) {
        checkMayRead(id, IdentityFilter.caller(request));
        return new Items<>(coaching.of(id).stream().map(CoachingNote::of).toList());
    }

    @PostMapping("/agents/{id}/coaching-notes")
    CoachingNote note(
            @PathVariable AgentId id, @RequestBody CoachingText note, HttpServletRequest request) {
        List<FieldError> missing = RequiredFields.missing(note);
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
        if (note.text().isBlank() || note.text().value().length() > LONGEST) {
            throw Problems.invalid(
                    List.of(
                            new FieldError(
                                    "Write something, %d characters at most".formatted(LONGEST),
                                    "/text")));
        }
        ComplaintId about = note.about() == null ? null : ComplaintPath.read(note.about());
        return CoachingNote.of(
                coaching.note(id, note.text(), about, IdentityFilter.caller(request).actor()));
    }

    private static void checkMayRead(AgentId agent, Identity who) {
        boolean himself = who.actor().equals(Actor.agent(agent));
        if (!himself && !who.roles().contains(Role.SUPERVISOR)) {
            throw Problems.of(
                    HttpStatus.NOT_FOUND,
                    "Here are no coaching notes for you; supervisors read everybody's, an agent his"
                            + " own");
        }
    }
}
