package amends.deploy.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// One process of the platform.
public final class LocalProcess {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ProcessPlan plan;
    private final ProcessRecord started;

    LocalProcess(ProcessPlan plan, ProcessRecord started) {
        this.plan = plan;
        this.started = started;
    }

    public String name() {
        return started.name();
    }

    public long pid() {
        return started.pid();
    }

    public int port() {
        return started.port();
    }

    public Instant startedAt() {
        return started.startedAt();
    }

    public boolean isAlive() {
        return started.handle().isPresent();
    }

    public boolean isReady() {
        return isAlive() && plan.ready().isReady();
    }

    public Path log() {
        return plan.log();
    }

    /// Resident memory; 0 when the process is gone or the system does not tell.
    public long residentBytes() {
        return isAlive() ? ResidentMemory.of(pid()) : 0;
    }

    /// As `kill -9`: it has no chance to tidy up. Returns when it is gone.
    public void killForcibly() {
        started.handle().ifPresent(ProcessHandle::destroyForcibly);
        if (!isGoneWithin(KILL_PATIENCE)) {
            throw new IllegalStateException(
                    "%s (process %d) does not die".formatted(name(), pid()));
        }
    }

    /// Asks it to end, and insists after `patience`. Returns when it is gone.
    public void stop(Duration patience) {
        if (!isAlive()) {
            return;
        }
        started.handle().ifPresent(ProcessHandle::destroy);
        if (isGoneWithin(patience)) {
            takeOverWhatItLearned();
        } else {
            killForcibly();
        }
    }

    private void takeOverWhatItLearned() {
        String learned = started.learning();
        if (learned != null) {
            try {
                RunCopy.takeOver(Path.of(learned));
            } catch (IOException e) {
                // the next start is slower, nothing else
                System.err.println("amends: " + e.getMessage());
            }
        }
    }

    boolean isLearning() {
        return started.learning() != null;
    }

    /// Looks again and again: `ProcessHandle.onExit` was seen to wait for ever for a process that
    /// had died.
    private boolean isGoneWithin(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    /// The last lines it logged or, if it did not get that far, printed.
    public List<String> lastLines(int count) {
        List<String> logged = tail(plan.log(), started.startedAt());
        List<String> printed = tail(plan.console(), Instant.EPOCH);
        List<String> lines =
                printed.isEmpty() ? logged : logged.isEmpty() ? printed : concat(logged, printed);
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<String> tail(Path file, Instant writtenSince) {
        try {
            if (!Files.exists(file)
                    || Files.getLastModifiedTime(file).toInstant().isBefore(writtenSince)) {
                return List.of();
            }
            try (var channel = Files.newByteChannel(file)) {
                channel.position(Math.max(0, channel.size() - TAIL_BYTES));
                var bytes = java.nio.ByteBuffer.allocate(TAIL_BYTES);
                channel.read(bytes);
                return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        } catch (IOException e) {
            return List.of("(" + file + " cannot be read: " + e.getMessage() + ")");
        }
    }
}
