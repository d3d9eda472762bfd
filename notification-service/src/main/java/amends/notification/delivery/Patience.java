package amends.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, up to a limit, with a random
/// share so that not all come back at once.
record Patience(Duration first, Duration longest, RandomGenerator random) {

    private static final int LARGEST_SHIFT = 20;

    /// @param failures how many attempts failed so far, from 1
    Duration after(int failures) {
        int shift = Math.min(LARGEST_SHIFT, Math.max(0, failures - 1));
        Duration full = first.multipliedBy(1L << shift);
        long millis = Math.min(full.toMillis(), longest.toMillis());
        return Duration.ofMillis(millis / 2 + random.nextLong(Math.max(1, millis / 2 + 1)));
    }
}
