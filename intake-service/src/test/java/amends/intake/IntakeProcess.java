package amends.intake;

import static org.awaitility.Awaitility.await;

import amends.contracts.identity.SignedIdentities;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The packaged service as a process of its own with a heap of 256 MB, beside the broker and the
/// database of the tests.
final class IntakeProcess implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private IntakeProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param name of its log, and of the instance as which it keeps books
    /// @param folder for files of mails
    /// @param settings beyond where everything is, of the service and of its virtual machine
    static IntakeProcess start(String name, String database, Path folder, String... settings)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        Stream.of(settings).filter(each -> each.startsWith("-XX:")).forEach(command::add);
        command.addAll(
                List.of(
                        "-jar",
                        "target/intake-service.jar",
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers="
                                + RunningIntake.BROKER.getBrokersAsString(),
                        "--amends.mongodb-uri=" + database,
                        "--amends.identity.public-key=" + SignedIdentities.publicKey(),
                        "--amends.intake.files.folder=" + folder,
                        "--amends.intake.ledger.instance=" + name));
        Stream.of(settings).filter(each -> each.startsWith("--")).forEach(command::add);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        Path.of("target", name + ".log").toFile()))
                        .start();
        return new IntakeProcess(process, port);
    }

    IntakeProcess ready() {
        await().atMost(LONG).until(this::isReady);
        return this;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Without a chance to finish anything.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean isReady() throws Exception {
        try {
            return RunningIntake.HTTP
                            .send(
                                    HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        }
    }
}
