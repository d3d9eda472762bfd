package amends.contracts.access;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/// What is so about a user or key from now on, as a whole; the latest of each subject counts.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface AccessState {

    /// Somebody who signs in with a password.
    ///
    /// @param passwordSince sessions begun under an earlier password have ended
    record LocalUser(
            PasswordHash password, Instant passwordSince, SortedSet<Role> roles, Reach reach)
            implements AccessState {}

    /// A key that programs show.
    record ApiKey(List<KeySecret> secrets, SortedSet<Role> roles, Reach reach)
            implements AccessState {
        public ApiKey {
            secrets = List.copyOf(secrets);
        }
    }

    /// A key was used; told every few minutes while it is.
    record KeyUse(Instant lastUsed) implements AccessState {}

    /// The views of the board that somebody has named, in his order.
    record SavedViews(List<SavedView> views) implements AccessState {
        public SavedViews {
            views = List.copyOf(views);
        }
    }

    /// No such user or key any more.
    record AccessRemoved() implements AccessState {}
}
