package amends.contracts.access;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;

/// What was done by or about somebody's access. No secret is in any of it.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface AuditEvent {

    record SignedIn(SignInWay way) implements AuditEvent {}

    /// The name that was tried is told only if there is such a user: it may be a password typed
    /// into the wrong field.
    record SignInRefused(SignInWay way) implements AuditEvent {}

    record SignedOut() implements AuditEvent {}

    record UserCreated(SortedSet<Role> roles, Reach reach) implements AuditEvent {}

    /// @param before the roles until now
    /// @param roles the roles from now on
    record RightsChanged(SortedSet<Role> before, SortedSet<Role> roles, Reach reach)
            implements AuditEvent {}

    record PasswordChanged() implements AuditEvent {}

    record UserRemoved() implements AuditEvent {}

    record KeyCreated(SortedSet<Role> roles, Reach reach) implements AuditEvent {}

    /// @param formerUntil how long the secret before is still good; absent: no longer
    record KeyRotated(@Nullable Instant formerUntil) implements AuditEvent {}

    record KeyRevoked() implements AuditEvent {}
}
