package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.identity.SignedIdentities;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// On demand: `-Damends.bulk.rows=1000000`. The packaged service, with a heap of 256 MB, takes in
/// as many rows.
@EnabledIfSystemProperty(named = "amends.bulk.rows", matches = "\\d+")
class ManyRowsIT extends RunningIntake {

    private static final int ROWS = Integer.getInteger("amends.bulk.rows", 0);
    private static final int LINES_AT_ONCE = 1_000;

    @TempDir private Path folder;

    @Value("${amends.mongodb-uri}")
    private String database;

    @Test
    void theHeapStaysSmallHoweverManyRowsThereAre() throws Exception {
        try (IntakeProcess service =
                IntakeProcess.start("many-rows", database, folder, "--amends.intake.bulk.quiet=1s")
                        .ready()) {
            long before = contactsOnTheLog();
            long began = System.nanoTime();
            HttpResponse<Stream<String>> answer =
                    HTTP.send(
                            HttpRequest.newBuilder(service.uri("/bulk"))
                                    .headers(SignedIdentities.identified())
                                    .header("Content-Type", "application/x-ndjson")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofInputStream(
                                                    ManyRowsIT::rows))
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
            String last = answer.body().reduce("", (_, line) -> line);
            assertThat(last).contains("\"received\":" + ROWS).contains("\"rejected\":0");
            assertThat(contactsOnTheLog() - before).isEqualTo(ROWS);
            assertThat(service.isAlive()).isTrue();
            System.out.printf(
                    "%,d rows in %.1f s, %,.0f/s, with a heap of 256 MB%n",
                    ROWS, seconds, ROWS / seconds);
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
}
