package amends.workflow.web;

import amends.contracts.complaint.ActorName;
import amends.contracts.identity.IdentityFilter;
import amends.workflow.view.Viewers;
import amends.workflow.view.Viewers.Viewer;
import amends.workflow.web.CaseController.Items;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/// Tells people who else looks at the same complaint. Nothing of it is put on the log.
@RestController
class ViewerController {

    private final Viewers viewers;
    private final Clock clock;

    ViewerController(Viewers viewers, Clock clock) {
        this.viewers = viewers;
        this.clock = clock;
    }

    /// To be said again more often than [Viewers#PATIENCE] while one looks; answers the others.
    @PutMapping("/complaints/{idOrReference}/viewers")
    Items<Viewer> look(
            @PathVariable String idOrReference,
            @RequestParam(defaultValue = "false") boolean writing,
            HttpServletRequest request) {
        return new Items<>(
                viewers.look(
                        ComplaintPath.read(idOrReference),
                        caller(request),
                        writing,
                        clock.instant()));
    }

    @DeleteMapping("/complaints/{idOrReference}/viewers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String idOrReference, HttpServletRequest request) {
        viewers.leave(ComplaintPath.read(idOrReference), caller(request));
    }

    private static ActorName caller(HttpServletRequest request) {
        return IdentityFilter.caller(request).actor().name();
    }
}
