package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.identity.SignedIdentities;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// On demand: `-Damends.bulk.rows=1000000`. The packaged service, with a heap of 256 MB, takes in
/// as many rows.
@EnabledIfSystemProperty(named = "amends.bulk.rows", matches = "\\d+")
class ManyRowsIT extends RunningIntake {

    private static final int ROWS = Integer.getInteger("amends.bulk.rows", 0);
    private static final int LINES_AT_ONCE = 1_000;
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Value("${amends.mongodb-uri}")
    private String database;

    @Test
    void theHeapStaysSmallHoweverManyRowsThereAre() throws Exception {
        int other;
        try (ServerSocket free = new ServerSocket(0)) {
            other = free.getLocalPort();
        }
        Process service = start(other);
        try {
            await().atMost(LONG).until(() -> isReady(other));
            long before = contactsOnTheLog();
            long began = System.nanoTime();
            HttpResponse<Stream<String>> answer =
                    HTTP.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + other + "/bulk"))
                                    .headers(SignedIdentities.identified())
                                    .header("Content-Type", "application/x-ndjson")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofInputStream(
                                                    ManyRowsIT::rows))
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            long seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - began).toSeconds());
            String last = answer.body().reduce("", (_, line) -> line);
            assertThat(last).contains("\"received\":" + ROWS).contains("\"rejected\":0");
            assertThat(contactsOnTheLog() - before).isEqualTo(ROWS);
            assertThat(service.isAlive()).isTrue();
            System.out.printf("%,d rows in %d s with a heap of 256 MB%n", ROWS, seconds);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private Process start(int other) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        "target/intake-service.jar",
                        "--server.port=" + other,
                        "--spring.kafka.bootstrap-servers=" + BROKER.getBrokersAsString(),
                        "--amends.mongodb-uri=" + database,
                        "--amends.identity.public-key=" + SignedIdentities.publicKey(),
                        "--amends.intake.files.folder=" + folder,
                        "--amends.intake.ledger.instance=many",
                        "--amends.intake.bulk.quiet=100ms")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "many-rows.log").toFile())
                .start();
    }

    private static boolean isReady(int other) throws Exception {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:"
                                                                    + other
                                                                    + "/actuator/health/readiness"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static InputStream rows() {
        Iterator<InputStream> parts =
                IntStream.range(0, (ROWS + LINES_AT_ONCE - 1) / LINES_AT_ONCE)
                        .mapToObj(ManyRowsIT::part)
                        .iterator();
        return new SequenceInputStream(
                new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return parts.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return parts.next();
                    }
                });
    }

    private static InputStream part(int number) {
        StringBuilder lines = new StringBuilder();
        int end = Math.min(ROWS, (number + 1) * LINES_AT_ONCE);
        for (int i = number * LINES_AT_ONCE; i < end; i++) {
            lines.append("{\"id\":\"many-")
                    .append(i)
                    .append("\",\"source\":\"many\",\"customer\":{\"email\":\"c")
                    .append(i % 5_000)
                    .append("@example.com\"},\"product\":\"Kettle K2\",\"text\":\"")
                    .append("The kettle leaks, and nobody answers the telephone. ".repeat(3))
                    .append("\"}\n");
        }
        return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static long contactsOnTheLog() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.CONTACTS.name()).stream()
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
