package amends.workflow.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What keeps a line and the work of its agents fair.
///
/// @param pointIsWorth how long one must wait to pass somebody whose priority is one point higher;
///   absent: waiting decides only among equals
/// @param recentHalfLife after how long a complaint that was given to an agent counts half; absent:
///   [#USUAL_HALF_LIFE]
record Fairness(Optional<Duration> pointIsWorth, Optional<Duration> recentHalfLife) {

    static final Duration USUAL_HALF_LIFE = Duration.ofHours(8);
    static final Fairness USUAL = new Fairness(Optional.empty(), Optional.empty());

    Fairness {
        if (isTooShort(pointIsWorth) || isTooShort(recentHalfLife)) {
            throw new IllegalArgumentException("fairness: give durations longer than nothing");
        }
    }

    private static boolean isTooShort(Optional<Duration> duration) {
        return duration.filter(each -> each.toMillis() < 1).isPresent();
    }

    /// The points that somebody who came at this instant lacks against somebody who came at the
    /// beginning of time.
    long pointsLacking(Instant since) {
        return pointIsWorth
                .map(worth -> Math.floorDiv(since.toEpochMilli(), worth.toMillis()))
                .orElse(0L);
    }

    /// Smaller is sooner. Everybody is raised at the same pace, so a place never changes by waiting
    /// alone.
    long place(int score, Instant since) {
        return pointsLacking(since) - score;
    }

    Duration halfLife() {
        return recentHalfLife.orElse(USUAL_HALF_LIFE);
    }
}
