package amends.workflow.routing;

import java.time.Duration;
import java.util.Optional;

/// How the complaints of a queue are looked after.
///
/// @param ownerPatience how long one waits for its earlier owner who is there but has no room;
///   absent: not at all
/// @param reofferAfter how long an owner may be gone before others are offered his complaints;
///   absent: for ever
record Protocol(Optional<Duration> ownerPatience, Optional<Duration> reofferAfter) {

    static final Protocol NONE = new Protocol(Optional.empty(), Optional.empty());

    /// What this one leaves open is as in the other.
    Protocol or(Protocol other) {
        return new Protocol(
                ownerPatience.or(other::ownerPatience), reofferAfter.or(other::reofferAfter));
    }
}
