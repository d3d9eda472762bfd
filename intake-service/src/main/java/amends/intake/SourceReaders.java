package amends.intake;

import org.springframework.context.SmartLifecycle;

import java.util.List;
import java.util.function.Supplier;

/// All readers of one kind; each by itself, so that none waits for another.
public final class SourceReaders implements SmartLifecycle {

    private final Supplier<List<? extends SourceReader>> made;
    private volatile List<? extends SourceReader> readers = List.of();
    private volatile boolean running;

    /// @param made readers that were never started
    public SourceReaders(Supplier<List<? extends SourceReader>> made) {
        this.made = made;
    }

    @Override
    public void start() {
        readers = made.get();
        readers.forEach(SourceReader::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (SourceReader reader : readers) {
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
