package amends.deploy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the board's stream of changes and notes how old each change is when it is seen.
final class BoardWatch implements AutoCloseable {

    private static final Pattern CHANGED = Pattern.compile("\"changedAt\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final Latencies latencies = new Latencies();
    private final Thread reader;
    private final AtomicInteger connections = new AtomicInteger();

    BoardWatch(URI gateway, String key) throws IOException, InterruptedException {
        request =
                HttpRequest.newBuilder(gateway.resolve("/api/board/stream"))
                        .header("X-API-Key", key)
                        .build();
        InputStream first = connect();
        reader = Thread.ofPlatform().daemon().start(() -> watch(first));
    }

    Latencies latencies() {
        return latencies;
    }

    /// How often the stream was begun anew because the reader could not follow.
    int reloads() {
        return connections.get() - 1;
    }

    private InputStream connect() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("The board's stream answered " + answer.statusCode());
        }
        connections.incrementAndGet();
        return answer.body();
    }

    private void watch(InputStream first) {
        try {
            for (InputStream stream = first; ; stream = connect()) {
                read(stream);
            }
        } catch (IOException | InterruptedException e) {
            // closed
        }
    }

    private void read(InputStream stream) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher changed = CHANGED.matcher(line);
                if (line.startsWith("data:") && changed.find()) {
                    latencies.add(
                            Duration.between(Instant.parse(changed.group(1)), Instant.now())
                                    .toNanos());
                }
            }
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        client.shutdownNow();
    }
}
