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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the board's stream of changes and notes how old each change is when it is seen.
final class BoardWatch implements AutoCloseable {

    private static final Pattern CHANGED = Pattern.compile("\"changedAt\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final InputStream stream;
    private final Latencies latencies = new Latencies();

    BoardWatch(URI gateway, String key) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(gateway.resolve("/api/board/stream"))
                        .header("X-API-Key", key)
                        .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("The board's stream answered " + answer.statusCode());
        }
        stream = answer.body();
        Thread.ofPlatform().daemon().start(this::read);
    }

    Latencies latencies() {
        return latencies;
    }

    private void read() {
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
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        client.shutdownNow();
    }
}
