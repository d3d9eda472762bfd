package amends.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Copies server-sent events as they come. When nothing comes for a while it writes a comment, so
/// that proxies keep the connection and a browser that has gone is noticed, whereupon the
/// connection to the service is closed.
final class EventStream {

    private static final byte[] HEARTBEAT = {':', '\n', '\n'};

    private final OutputStream out;
    private final Runnable abort;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean betweenEvents = true;
    private boolean quiet;

    private EventStream(OutputStream out, Runnable abort) {
        this.out = out;
        this.abort = abort;
    }

    /// Returns at the end of the events or of the stream's longest life.
    ///
    /// @throws IOException when either side has gone
    static void copy(
            InputStream events, OutputStream out, Runnable abort, UpstreamSettings settings)
            throws IOException {
        EventStream stream = new EventStream(out, abort);
        Thread heart =
                Thread.ofVirtual()
                        .name("heartbeat")
                        .start(() -> stream.beat(settings.heartbeat(), settings.stream()));
        try {
            stream.pump(events);
        } finally {
            stream.end.countDown();
            heart.interrupt();
        }
    }

    private void pump(InputStream events) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
            lock.lock();
            try {
                out.write(buffer, 0, read);
                out.flush();
                quiet = false;
                betweenEvents = read > 1 && buffer[read - 1] == '\n' && buffer[read - 2] == '\n';
            } finally {
                lock.unlock();
            }
        }
    }

    private void beat(Duration every, Duration longest) {
        try {
            for (long left = longest.toMillis(); left > 0; left -= every.toMillis()) {
                if (end.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                beatOnce();
            }
            abort.run();
        } catch (IOException e) {
            abort.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce() throws IOException {
        lock.lock();
        try {
            if (end.getCount() > 0 && quiet && betweenEvents) {
                out.write(HEARTBEAT);
                out.flush();
            }
            quiet = true;
        } finally {
            lock.unlock();
        }
    }
}
