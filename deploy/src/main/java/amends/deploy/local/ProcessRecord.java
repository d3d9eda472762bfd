package amends.deploy.local;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process as the state file remembers it. Its start time tells it from a later stranger with the
/// same number.
///
/// @param learning the file in which it leaves what makes later starts fast, if it was asked to
record ProcessRecord(
        String name, long pid, Instant startedAt, int port, String log, @Nullable String learning) {

    /// The system's clock may have been set in between, and it counts in hundredths.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessRecord of(ProcessPlan plan, ProcessHandle process) {
        Instant startedAt = process.info().startInstant().orElseGet(Instant::now);
        Path learning = plan.learning();
        return new ProcessRecord(
                plan.part().title(),
                process.pid(),
                startedAt,
                plan.port(),
                plan.log().toString(),
                learning == null ? null : learning.toString());
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
