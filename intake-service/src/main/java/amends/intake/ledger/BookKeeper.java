package amends.intake.ledger;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Fetches the books when the service starts, writes them down as they change, and says aloud when
/// they don't balance.
final class BookKeeper implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(BookKeeper.class);

    private final Conservation books;
    private final Remainders remainders;
    private final BookShelf shelf;
    private final Duration pause;
    private final InstantSource clock;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;
    private long missing;
    private long neverSeen;

    BookKeeper(
            Conservation books,
            Remainders remainders,
            BookShelf shelf,
            Duration pause,
            InstantSource clock) {
        this.books = books;
        this.remainders = remainders;
        this.shelf = shelf;
        this.pause = pause;
        this.clock = clock;
    }

    /// Before anything is received or answers are read.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        load();
        CountDownLatch untilStopped = new CountDownLatch(1);
        stopping = untilStopped;
        running = true;
        Thread.ofPlatform().name("book-keeper").daemon().start(() -> run(untilStopped));
    }

    @Override
    public void stop() {
        stopping.countDown();
        save();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void load() {
        if (!books.areFetched()) {
            try {
                shelf.load();
            } catch (KafkaException e) {
                LOGGER.warn("The books of before can't be read, trying again: {}", e.toString());
            }
        }
    }

    private void run(CountDownLatch untilStopped) {
        try {
            while (!untilStopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                load();
                save();
                watch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was written before would be lost if it were overwritten unread.
    private synchronized void save() {
        if (!books.areFetched()) {
            return;
        }
        try {
            shelf.save();
        } catch (KafkaException e) {
            LOGGER.warn("The books can't be written at this moment: {}", e.toString());
        }
    }

    private void watch() {
        long now = books.missing(clock.instant()).count();
        if (now > missing) {
            LOGGER.error(
                    "{} inputs are on the log, and workflow did not answer; /operations/intake"
                            + " names them",
                    now);
        }
        missing = now;
        long unseen = remainders.missing(clock.instant());
        if (unseen > neverSeen) {
            LOGGER.error(
                    "{} inputs are known to their sources and not to intake; /operations/intake"
                            + " names them",
                    unseen);
        }
        neverSeen = unseen;
    }
}
