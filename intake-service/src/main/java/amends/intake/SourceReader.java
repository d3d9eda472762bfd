package amends.intake;

/// Reads something outside by itself as long as the service runs.
public interface SourceReader {

    void start();

    /// Returns when what is in work is done.
    void stop() throws InterruptedException;
}
