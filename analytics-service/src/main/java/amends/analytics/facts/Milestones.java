package amends.analytics.facts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// When the customer first got what he waits for.
///
/// @param firstReply from a person; an automatic one does not count
/// @param onTheSpot whether the first resolution came straight after the first contact
public record Milestones(
        @Nullable Instant acknowledged,
        @Nullable Instant firstReply,
        @Nullable Instant firstResolved,
        boolean onTheSpot) {

    static final Milestones NONE = new Milestones(null, null, null, false);

    Milestones acknowledged(Instant at) {
        return acknowledged != null
                ? this
                : new Milestones(at, firstReply, firstResolved, onTheSpot);
    }

    Milestones replied(Instant at) {
        return firstReply != null
                ? this
                : new Milestones(acknowledged, at, firstResolved, onTheSpot);
    }

    Milestones resolved(Instant at, boolean onTheSpot) {
        return firstResolved != null
                ? this
                : new Milestones(acknowledged, firstReply, at, onTheSpot);
    }
}
