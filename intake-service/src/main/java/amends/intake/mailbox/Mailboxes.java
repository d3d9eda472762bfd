package amends.intake.mailbox;

import org.springframework.context.SmartLifecycle;

import java.util.List;

/// All mailboxes that are read; each by itself, so that none waits for another.
final class Mailboxes implements SmartLifecycle {

    private final List<MailboxReader> readers;
    private volatile boolean running;

    Mailboxes(List<MailboxReader> readers) {
        this.readers = readers;
    }

    @Override
    public void start() {
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
