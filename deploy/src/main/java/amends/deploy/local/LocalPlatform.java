package amends.deploy.local;

import amends.deploy.local.Part.Wave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The whole platform on this machine, each part a process of its own.
///
/// Processes outlive this object and its JVM: [#running] finds them again through the state file.
public final class LocalPlatform implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration LEARNING_PATIENCE = Duration.ofMinutes(1);
    private static final int TAIL_LINES = 25;

    private final DataFolder data;
    private final PlatformOptions options;
    private final Plans plans;
    private State state;

    private LocalPlatform(DataFolder data, PlatformOptions options, Plans plans, State state) {
        this.data = data;
        this.options = options;
        this.plans = plans;
        this.state = state;
    }

    /// Starts what does not run yet and returns when all is ready.
    ///
    /// @throws StartFailed after stopping again what it had started
    public static LocalPlatform start(Path dataDir, int portBase, PlatformOptions options) {
        try {
            DataFolder data = DataFolder.create(dataDir);
            try (FileChannel channel =
                            FileChannel.open(
                                    data.lock(),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = lock(channel, data)) {
                assert lock.isValid();
                LocalPlatform platform = prepare(data, portBase, options);
                platform.startMissing();
                return platform;
            }
        } catch (IOException e) {
            throw new StartFailed(
                    "The data folder " + dataDir + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// The platform that was started on this folder, if any of its processes is still alive.
    public static Optional<LocalPlatform> running(Path dataDir) throws IOException {
        DataFolder data = new DataFolder(dataDir);
        Optional<State> state = State.in(data.state()).filter(State::anyAlive);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        PlatformOptions options = PlatformOptions.everything();
        return Optional.of(
                new LocalPlatform(data, options, plans(data, state.get(), false), state.get()));
    }

    private static LocalPlatform prepare(DataFolder data, int portBase, PlatformOptions options)
            throws IOException {
        Optional<State> before = State.in(data.state()).filter(State::anyAlive);
        if (before.isPresent() && before.get().portBase() != portBase) {
            throw new StartFailed(
                    "It already runs on this data folder with port base "
                            + before.get().portBase()
                            + ". Stop it first: deploy/down --data "
                            + data.path());
        }
        State state =
                before.orElseGet(
                        () ->
                                new State(
                                        new Ports(portBase).base(),
                                        environment(options),
                                        List.of()));
        return new LocalPlatform(data, options, plans(data, state, options.learning()), state);
    }

    private static Plans plans(DataFolder data, State state, boolean learning) throws IOException {
        return new Plans(
                Installation.here(),
                data,
                new Ports(state.portBase()),
                Credentials.in(data.credentials()),
                state.environment(),
                learning);
    }

    private static Map<String, String> environment(PlatformOptions options) {
        Map<String, String> environment = new HashMap<>();
        String database = System.getenv("MONGODB_URI");
        if (database != null && !database.isBlank()) {
            environment.put("MONGODB_URI", database);
        }
        environment.putAll(options.environment());
        return environment;
    }

    private static FileLock lock(FileChannel channel, DataFolder data) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // held inside this JVM: the same answer
        }
        throw new StartFailed("Another start is under way in " + data.path() + ". Wait for it.");
    }

    public Ports ports() {
        return plans.ports();
    }

    public Credentials credentials() {
        return plans.credentials();
    }

    /// The only door from outside.
    public URI gateway() {
        return ports().url(Part.GATEWAY);
    }

    /// Page and JSON of the mail sink.
    public URI mails() {
        return ports().url(Part.MAIL_SINK);
    }

    public String mongodbUri() {
        return plans.mongodbUri();
    }

    public Path dataDir() {
        return data.path();
    }

    public Path credentialsFile() {
        return data.credentials();
    }

    /// In the order of starting.
    public List<LocalProcess> processes() {
        return Arrays.stream(Part.values()).flatMap(part -> process(part).stream()).toList();
    }

    /// For example `intake-service`; the names are those of [Part].
    public LocalProcess process(String name) {
        return Part.named(name)
                .flatMap(this::process)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "No process named " + name + " was started."));
    }

    private Optional<LocalProcess> process(Part part) {
        Optional<ProcessPlan> plan = plans.of(part);
        return state.process(part)
                .flatMap(started -> plan.map(it -> new LocalProcess(it, started)));
    }

    /// Services that cannot start because their jar was not built.
    public List<Part> missing() {
        return options.parts().stream()
                .filter(part -> !plans.installation().has(part))
                .sorted()
                .toList();
    }

    /// Stops the process if it runs, starts it and returns when it is ready.
    public LocalProcess restart(String name) {
        Part part =
                Part.named(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "There is no part named " + name));
        process(part).ifPresent(process -> process.stop(STOP_PATIENCE));
        launch(List.of(part));
        return process(name);
    }

    private void startMissing() {
        List<Part> toStart =
                options.parts().stream()
                        .filter(part -> plans.installation().has(part))
                        .filter(part -> process(part).filter(LocalProcess::isAlive).isEmpty())
                        .sorted()
                        .toList();
        FreePorts.check(
                ports(), toStart.stream().filter(part -> plans.of(part).isPresent()).toList());
        try {
            for (Wave wave : Wave.values()) {
                launch(toStart.stream().filter(part -> part.wave() == wave).toList());
            }
        } catch (StartFailed e) {
            stop(toStart, process -> STOP_PATIENCE);
            throw e;
        }
    }

    private void launch(List<Part> parts) {
        prepare(parts);
        List<ProcessPlan> toStart =
                parts.stream().flatMap(part -> plans.of(part).stream()).toList();
        toStart.forEach(this::launch);
        awaitReady(parts.stream().flatMap(part -> process(part).stream()).toList());
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

    private void launch(ProcessPlan plan) {
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

    private void awaitReady(List<LocalProcess> started) {
        List<LocalProcess> waiting = new ArrayList<>(started);
        long deadline = System.nanoTime() + options.patience().toNanos();
        while (!allReady(waiting)) {
            for (LocalProcess process : waiting) {
                if (!process.isAlive()) {
                    throw new StartFailed(why(process, "ended before it was ready"));
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailed(
                            why(
                                    process,
                                    "was not ready after "
                                            + options.patience().toSeconds()
                                            + " s"));
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

    private static String why(LocalProcess process, String what) {
        return process.name()
                + " "
                + what
                + ". The end of "
                + process.log()
                + ":\n  "
                + String.join("\n  ", process.lastLines(TAIL_LINES));
    }

    /// Lets invented people complain and work, as `deploy/demo` does. It ends with the platform.
    void startDemo() throws IOException {
        List<String> command =
                List.of(
                        plans.installation().java().toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-jar",
                        plans.copy(Part.BROKER).jar().toString(),
                        "demo",
                        "--data",
                        data.path().toString());
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.path().resolve("logs/demo.out").toFile())
                .start();
    }

    /// True when this is the first run after a build: its end takes longer, for later starts to be
    /// quick.
    public boolean isLearning() {
        return processes().stream().anyMatch(process -> process.isAlive() && process.isLearning());
    }

    /// Stops all that was started, services first, and returns when nothing of it is left.
    public void stop() {
        stop(Arrays.asList(Part.values()), LocalPlatform::patience);
        try {
            Files.deleteIfExists(data.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(List<Part> parts, Function<LocalProcess, Duration> patience) {
        List<Wave> waves = Arrays.asList(Wave.values()).reversed();
        for (Wave wave : waves) {
            List<LocalProcess> processes =
                    parts.stream()
                            .filter(part -> part.wave() == wave)
                            .flatMap(part -> process(part).stream())
                            .toList();
            try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
                processes.forEach(
                        process -> stopping.execute(() -> process.stop(patience.apply(process))));
            }
        }
    }

    private static Duration patience(LocalProcess process) {
        return process.isLearning() ? LEARNING_PATIENCE : STOP_PATIENCE;
    }

    @Override
    public void close() {
        stop();
    }
}
