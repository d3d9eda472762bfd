package amends.deploy.local;

import amends.deploy.local.Part.Wave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The processes of a platform, and the state file that remembers them.
final class Processes {

    private final DataFolder data;
    private final Plans plans;
    private State state;

    Processes(DataFolder data, Plans plans, State state) {
        this.data = data;
        this.plans = plans;
        this.state = state;
    }

    /// In the order of starting.
    List<LocalProcess> all() {
        return Arrays.stream(Part.values()).flatMap(part -> of(part).stream()).toList();
    }

    Optional<LocalProcess> of(Part part) {
        Optional<ProcessPlan> plan = plans.of(part);
        return state.process(part)
                .flatMap(started -> plan.map(it -> new LocalProcess(it, started)));
    }

    boolean isAlive(Part part) {
        return of(part).filter(LocalProcess::isAlive).isPresent();
    }

    void start(ProcessPlan plan) {
        try {
            Files.createDirectories(data.of(plan.part()));
            ProcessHandle process = plan.start(data.path()).toHandle();
            state = state.with(ProcessRecord.of(plan, process));
            state.write(data.state());
        } catch (IOException e) {
            throw new StartFailed(
                    plan.part().title() + " could not be started: " + e.getMessage(), e);
        }
    }

    /// Services first; returns when nothing of them is left.
    void stop(List<Part> parts, Function<LocalProcess, Duration> patience) {
        List<Wave> waves = Arrays.asList(Wave.values()).reversed();
        for (Wave wave : waves) {
            List<LocalProcess> processes =
                    parts.stream()
                            .filter(part -> part.wave() == wave)
                            .flatMap(part -> of(part).stream())
                            .toList();
            try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
                processes.forEach(
                        process -> stopping.execute(() -> process.stop(patience.apply(process))));
            }
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(data.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
