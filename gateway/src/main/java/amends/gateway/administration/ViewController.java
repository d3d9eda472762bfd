package amends.gateway.administration;

import amends.contracts.access.AccessState.SavedViews;
import amends.contracts.access.SavedView;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;
import amends.gateway.access.Callers;
import amends.gateway.directory.Directory;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// The views of the board that a person has named: the same in every browser. Keys have none.
@RestController
@RequestMapping("/api/session/views")
final class ViewController {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final String WITHIN_THE_CONSOLE = "#/";

    private final Directory directory;
    private final Changes changes;
    private final Callers callers;

    ViewController(Directory directory, Changes changes, Callers callers) {
        this.directory = directory;
        this.changes = changes;
        this.callers = callers;
    }

    /// All of them, in his order.
    record ViewList(List<SavedView> items) {}

    @GetMapping
    ViewList views() {
        return new ViewList(directory.views(caller()));
    }

    @PutMapping
    ViewList keep(@RequestBody ViewList wanted, HttpServletRequest request) {
        if (wanted.items() == null
                || wanted.items().size() > MOST
                || !wanted.items().stream().allMatch(ViewController::isFit)) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    "At most %d views are kept, each with a name of up to %d characters and an address that begins with #/ and has up to %d"
                            .formatted(MOST, LONGEST_NAME, LONGEST_ADDRESS));
        }
        changes.make(caller().views(), new SavedViews(wanted.items()), request);
        return wanted;
    }

    private static boolean isFit(@Nullable SavedView view) {
        if (view == null || view.name() == null || view.address() == null) {
            return false; // what JSON leaves out
        }
        String name = view.name().value();
        String address = view.address().value();
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && address.startsWith(WITHIN_THE_CONSOLE)
                && address.length() <= LONGEST_ADDRESS;
    }

    private Subject caller() {
        Actor actor = callers.current().orElseThrow().actor();
        if (!actor.isAgent()) {
            throw new Refused(HttpStatus.NOT_FOUND, "Views belong to people; keys have none.");
        }
        String name = actor.name().value();
        return directory.user(name).isPresent() ? Subject.user(name) : Subject.guest(name);
    }
}
