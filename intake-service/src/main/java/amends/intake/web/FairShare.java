package amends.intake.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Keeps one source from taking all of something: whoever has his share waits for a part of it to
/// come free, and is then asked to come later. Others don't notice.
final class FairShare {

    /// One source's share, as long as it uses any of it.
    private static final class Share {
        private final Semaphore free;
        private int users;

        private Share(int most) {
            this.free = new Semaphore(most);
        }
    }

    private final int most;
    private final Duration patience;
    private final Map<String, Share> shares = new HashMap<>();

    /// @param most units that one source may have at the same time
    /// @param patience how long it waits for them
    FairShare(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /// Units in use; to be closed whatever happens.
    interface Part extends AutoCloseable {
        @Override
        void close();
    }

    /// @param source whoever the gateway let in
    /// @throws TooMany when nothing of its share comes free in time
    Part take(String source, int units) {
        int wanted = Math.min(units, most);
        Share share = enter(source);
        if (!acquired(share, wanted)) {
            leave(source, share);
            throw new TooMany();
        }
        return () -> {
            share.free.release(wanted);
            leave(source, share);
        };
    }

    private boolean acquired(Share share, int units) {
        try {
            return share.free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Share enter(String source) {
        synchronized (shares) {
            Share share = shares.computeIfAbsent(source, _ -> new Share(most));
            share.users++;
            return share;
        }
    }

    private void leave(String source, Share share) {
        synchronized (shares) {
            if (--share.users == 0) {
                shares.remove(source);
            }
        }
    }
}
