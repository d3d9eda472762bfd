package amends.intake.mailbox;

import org.springframework.context.SmartLifecycle;

import java.util.List;
import java.util.function.Supplier;

/// All mailboxes that are read; each by itself, so that none waits for another.
final class Mailboxes implements SmartLifecycle {

    private final Supplier<List<MailboxReader>> made;
    private volatile List<MailboxReader> readers = List.of();
    private volatile boolean running;

    /// @param made readers that were never started
    Mailboxes(Supplier<List<MailboxReader>> made) {
        this.made = made;
    }

    @Override
    public void start() {
        readers = made.get();
        readers.forEach(MailboxReader::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (MailboxReader reader : readers) {
                reader.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
