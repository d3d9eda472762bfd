package amends.deploy.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process as the state file remembers it. Its start time tells it from a later stranger with the
/// same number.
record ProcessRecord(String name, long pid, Instant startedAt, int port, String log) {

    /// The system's clock may have been set in between, and it counts in hundredths.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessRecord of(Part part, ProcessHandle process, int port, Path log) {
        Instant startedAt = process.info().startInstant().orElseGet(Instant::now);
        return new ProcessRecord(part.title(), process.pid(), startedAt, port, log.toString());
    }

    /// The running process, if it is still the one that was started.
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
