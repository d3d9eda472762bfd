package amends.deploy.local;

import amends.deploy.local.Part.Wave;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts parts of a platform and waits until they are ready.
///
/// @param patience how long a part may take
record Launch(Plans plans, Processes processes, Duration patience) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int TAIL_LINES = 25;

    /// Starts what does not run yet, wave after wave.
    ///
    /// @throws StartFailed after stopping again what it had started
    void missing(Collection<Part> parts) {
        List<Part> toStart =
                parts.stream()
                        .filter(part -> plans.installation().has(part))
                        .filter(part -> !processes.isAlive(part))
                        .sorted()
                        .toList();
        FreePorts.check(
                plans.ports(),
                toStart.stream().filter(part -> plans.of(part).isPresent()).toList());
        try {
            for (Wave wave : Wave.values()) {
                together(toStart.stream().filter(part -> part.wave() == wave).toList());
            }
        } catch (StartFailed e) {
            processes.stop(toStart, process -> STOP_PATIENCE);
            throw e;
        }
    }

    void again(Part part) {
        processes.of(part).ifPresent(process -> process.stop(STOP_PATIENCE));
        together(List.of(part));
    }

    private void together(List<Part> parts) {
        prepare(parts);
        List<ProcessPlan> toStart =
                parts.stream().flatMap(part -> plans.of(part).stream()).toList();
        toStart.forEach(processes::start);
        awaitReady(parts.stream().flatMap(part -> processes.of(part).stream()).toList());
    }

    private void prepare(List<Part> parts) {
        try {
            for (Part part : parts) {
                plans.copy(part).prepare(plans.installation().java());
            }
        } catch (IOException e) {
            throw new StartFailed(
                    "The built jars cannot be copied to deploy/target/run: " + e.getMessage(), e);
        }
    }

    private void awaitReady(List<LocalProcess> started) {
        List<LocalProcess> waiting = new ArrayList<>(started);
        long deadline = System.nanoTime() + patience.toNanos();
        while (!allReady(waiting)) {
            for (LocalProcess process : waiting) {
                if (!process.isAlive()) {
                    throw failure(process, "ended before it was ready");
                }
                if (System.nanoTime() > deadline) {
                    throw failure(process, "was not ready after " + patience.toSeconds() + " s");
                }
            }
            pause();
        }
    }

    private static boolean allReady(List<LocalProcess> waiting) {
        waiting.removeIf(LocalProcess::isReady);
        return waiting.isEmpty();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting.", e);
        }
    }

    private static StartFailed failure(LocalProcess process, String what) {
        return new StartFailed(
                process.name()
                        + " "
                        + what
                        + ". The end of "
                        + process.log()
                        + ":\n  "
                        + String.join("\n  ", process.lastLines(TAIL_LINES)));
    }
}
