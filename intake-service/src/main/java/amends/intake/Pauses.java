package amends.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits longer and longer while something fails, until it is stopped.
public final class Pauses {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Duration next = SHORTEST;

    public void stop() {
        stopping.countDown();
    }

    public boolean areStopped() {
        return stopping.getCount() == 0;
    }

    public void succeeded() {
        next = SHORTEST;
    }

    /// How long the next one is.
    public Duration next() {
        return next;
    }

    /// Waits, and longer the next time.
    public void rest() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        rest(now);
    }

    /// Waits so long, whatever failed before.
    public void rest(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                next = SHORTEST;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
