package amends.intake.quarantine;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// How many inputs lie in quarantine.
///
/// @param since when the oldest arrived
record Lying(long count, @Nullable Instant since) {

    static final Lying NOTHING = new Lying(0, null);

    Duration age(Instant now) {
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }
}
