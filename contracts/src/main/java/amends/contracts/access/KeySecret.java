package amends.contracts.access;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One of the secrets that a key is known by; two while it is being rotated.
///
/// @param until when it ends; absent: it does not
public record KeySecret(SecretHash hash, Instant createdAt, @Nullable Instant until) {

    public boolean isValid(Instant now) {
        return until == null || now.isBefore(until);
    }

    /// Ends at the given time, or before if it was to end before.
    public KeySecret ending(Instant at) {
        return until != null && until.isBefore(at) ? this : new KeySecret(hash, createdAt, at);
    }
}
