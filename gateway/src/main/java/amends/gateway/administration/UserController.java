package amends.gateway.administration;

import amends.contracts.access.AccessState.AccessRemoved;
import amends.contracts.access.AccessState.LocalUser;
import amends.contracts.access.AuditEvent;
import amends.contracts.access.AuditEvent.PasswordChanged;
import amends.contracts.access.AuditEvent.RightsChanged;
import amends.contracts.access.AuditEvent.UserCreated;
import amends.contracts.access.AuditEvent.UserRemoved;
import amends.contracts.access.PasswordHash;
import amends.contracts.access.Reach;
import amends.contracts.access.RecordedAccess;
import amends.contracts.access.Role;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;
import amends.contracts.personal.FreeText;
import amends.gateway.directory.Directory;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Local users: those who sign in here with a password.
@RestController
@RequestMapping("/api/access/users")
final class UserController {

    /// A user as he is now.
    ///
    /// @param changedAt when rights or password were changed last
    record UserAnswer(
            String name,
            SortedSet<Role> roles,
            Reach reach,
            Instant passwordSince,
            Instant changedAt,
            Actor changedBy) {

        static UserAnswer of(RecordedAccess record) {
            LocalUser user = (LocalUser) record.state();
            return new UserAnswer(
                    record.subject().name(),
                    user.roles(),
                    user.reach(),
                    user.passwordSince(),
                    record.at(),
                    record.by());
        }
    }

    /// All of them, by name.
    record UserList(List<UserAnswer> items) {}

    /// What a user shall be.
    ///
    /// @param reach absent: everything
    /// @param password needed for a new user; absent: it stays
    record UserRequest(SortedSet<Role> roles, @Nullable Reach reach, @Nullable FreeText password) {
        UserRequest {
            roles = new TreeSet<>(roles);
        }
    }

    /// A new password.
    record PasswordRequest(FreeText password) {}

    private final Directory directory;
    private final Changes changes;
    private final Passwords passwords;

    UserController(Directory directory, Changes changes, Passwords passwords) {
        this.directory = directory;
        this.changes = changes;
        this.passwords = passwords;
    }

    @GetMapping
    UserList users() {
        return new UserList(directory.users().stream().map(UserAnswer::of).toList());
    }

    @PutMapping("/{name}")
    UserAnswer define(
            @PathVariable String name,
            @RequestBody UserRequest wanted,
            HttpServletRequest request) {
        Names.checked(name);
        return changes.alone(
                () -> define(name, wanted, directory.user(name).orElse(null), request));
    }

    private UserAnswer define(
            String name,
            UserRequest wanted,
            @Nullable LocalUser before,
            HttpServletRequest request) {
        if (!wanted.roles().contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(name, before);
        }
        Reach reach = wanted.reach() == null ? Reach.EVERYTHING : wanted.reach();
        if (before == null) {
            beginWithoutViews(name, request);
            UserCreated created = new UserCreated(wanted.roles(), reach);
            return put(name, withPassword(wanted, reach), request, created);
        }
        RightsChanged changed = new RightsChanged(before.roles(), wanted.roles(), reach);
        if (wanted.password() != null) {
            LocalUser user = withPassword(wanted, reach);
            return put(name, user, request, changed, new PasswordChanged());
        }
        LocalUser user =
                new LocalUser(before.password(), before.passwordSince(), wanted.roles(), reach);
        return put(name, user, request, changed);
    }

    private LocalUser withPassword(UserRequest wanted, Reach reach) {
        return new LocalUser(
                passwords.hash(wanted.password()), changes.now(), wanted.roles(), reach);
    }

    @PutMapping("/{name}/password")
    UserAnswer setPassword(
            @PathVariable String name,
            @RequestBody PasswordRequest wanted,
            HttpServletRequest request) {
        PasswordHash password = passwords.hash(wanted.password());
        return changes.alone(
                () -> {
                    LocalUser before = existing(name);
                    return put(
                            name,
                            new LocalUser(password, changes.now(), before.roles(), before.reach()),
                            request,
                            new PasswordChanged());
                });
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, HttpServletRequest request) {
        changes.alone(
                () -> {
                    keepAnAdministrator(name, existing(name));
                    changes.make(
                            Subject.user(name), new AccessRemoved(), request, new UserRemoved());
                    changes.make(Subject.user(name).views(), new AccessRemoved(), request);
                    return name;
                });
    }

    private void beginWithoutViews(String name, HttpServletRequest request) {
        Subject user = Subject.user(name);
        if (!directory.views(user).isEmpty()) {
            changes.make(user.views(), new AccessRemoved(), request);
        }
    }

    private UserAnswer put(
            String name, LocalUser user, HttpServletRequest request, AuditEvent... events) {
        changes.make(Subject.user(name), user, request, events);
        return directory.users().stream()
                .filter(each -> each.subject().name().equals(name))
                .map(UserAnswer::of)
                .findFirst()
                .orElseThrow();
    }

    private LocalUser existing(String name) {
        return directory
                .user(name)
                .orElseThrow(
                        () -> new Refused(HttpStatus.NOT_FOUND, "There is no user " + name + "."));
    }

    private void keepAnAdministrator(String name, @Nullable LocalUser before) {
        if (before != null
                && before.roles().contains(Role.ADMINISTRATOR)
                && !directory.hasAdministratorBeside(name)) {
            throw new Refused(
                    HttpStatus.CONFLICT,
                    name + " is the last administrator. Make somebody else one first.");
        }
    }
}
