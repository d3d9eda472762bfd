package amends.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A body as far as it came, on the disk: however slowly it comes, it takes no memory meanwhile.
final class Upload implements AutoCloseable {

    private static final int BLOCK = 16 * 1024;

    private final Path file;
    private State state = State.WHOLE;

    /// How it ended.
    enum State {
        WHOLE,
        TOO_LARGE,
        TOO_SLOW
    }

    private Upload(Path file) {
        this.file = file;
    }

    /// @param largest bytes of which more are not read
    /// @param time for all of it
    static Upload of(InputStream body, int largest, Duration time) throws IOException {
        Upload upload = new Upload(Files.createTempFile("upload", null));
        try (OutputStream to = Files.newOutputStream(upload.file)) {
            upload.state = copy(body, to, largest, System.nanoTime() + time.toNanos());
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private static State copy(InputStream from, OutputStream to, int largest, long until)
            throws IOException {
        byte[] block = new byte[BLOCK];
        int left = largest;
        for (int read = from.read(block); read >= 0; read = from.read(block)) {
            to.write(block, 0, Math.min(read, left));
            left -= read;
            if (left < 0) {
                return State.TOO_LARGE;
            }
            if (System.nanoTime() - until >= 0) {
                return State.TOO_SLOW;
            }
        }
        return State.WHOLE;
    }

    State state() {
        return state;
    }

    int size() throws IOException {
        return Math.toIntExact(Files.size(file));
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    byte[] beginning(int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
