package amends.deploy.local;

import amends.contracts.identity.IdentityKeys;
import amends.contracts.identity.IdentitySigner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The whole platform on this machine, each part a process of its own.
///
/// Processes outlive this object and its JVM: [#running] finds them again through the state file.
public final class LocalPlatform implements AutoCloseable {

    private static final Duration LEARNING_PATIENCE = Duration.ofMinutes(1);

    private final DataFolder data;
    private final PlatformOptions options;
    private final Plans plans;
    private final Processes processes;
    private final Launch launch;

    private LocalPlatform(DataFolder data, PlatformOptions options, Plans plans, State state) {
        this.data = data;
        this.options = options;
        this.plans = plans;
        this.processes = new Processes(data, plans, state);
        this.launch = new Launch(plans, processes, options.patience());
    }

    /// Starts what does not run yet and returns when all is ready.
    ///
    /// @throws StartFailed after stopping again what it had started
    public static LocalPlatform start(Path dataDir, int portBase, PlatformOptions options) {
        try {
            DataFolder data = DataFolder.create(dataDir);
            try (HeldFile _ = HeldFile.take(data.lock()).orElseThrow(() -> underWay(data))) {
                LocalPlatform platform = prepare(data, portBase, options);
                platform.launch.missing(options.parts());
                return platform;
            }
        } catch (IOException e) {
            throw new StartFailed(
                    "The data folder " + dataDir + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static StartFailed underWay(DataFolder data) {
        return new StartFailed("Another start is under way in " + data.path() + ". Wait for it.");
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
                credentials(data),
                state.environment(),
                learning);
    }

    private static Credentials credentials(DataFolder data) throws IOException {
        IdentityFiles.in(data);
        return Credentials.in(data.credentials());
    }

    private static Map<String, String> environment(PlatformOptions options) {
        Map<String, String> environment = new HashMap<>();
        Stream.concat(
                        Stream.of("MONGODB_URI"),
                        Arrays.stream(Part.values()).map(Plans::heapVariable))
                .forEach(
                        variable -> given(variable).ifPresent(it -> environment.put(variable, it)));
        environment.putAll(options.environment());
        return environment;
    }

    private static Optional<String> given(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(it -> !it.isBlank());
    }

    public Ports ports() {
        return plans.ports();
    }

    public Credentials credentials() {
        return plans.credentials();
    }

    /// Says who calls, as the gateway does, to those parts of this program that call a service
    /// directly: whoever may read the data folder may do so.
    public IdentitySigner signer() {
        return new IdentitySigner(IdentityKeys.privateKey(data.identityKey()));
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
        return processes.all();
    }

    /// For example `intake-service`; the names are those of [Part].
    public LocalProcess process(String name) {
        return Part.named(name)
                .flatMap(processes::of)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "No process named " + name + " was started."));
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
        launch.again(part);
        return process(name);
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
        processes.stop(Arrays.asList(Part.values()), LocalPlatform::patience);
        processes.forget();
    }

    private static Duration patience(LocalProcess process) {
        return process.isLearning() ? LEARNING_PATIENCE : Launch.STOP_PATIENCE;
    }

    @Override
    public void close() {
        stop();
    }
}
