package amends.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/// The same page read over and over, over connections that are kept alive.
final class Reads implements AutoCloseable {

    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI page;
    private final String header;
    private final Supplier<String> value;

    /// @param header says who reads
    Reads(URI page, String header, Supplier<String> value) {
        this.page = page;
        this.header = header;
        this.value = value;
    }

    boolean read() {
        HttpRequest request =
                HttpRequest.newBuilder(page)
                        .header(header, value.get())
                        .timeout(Duration.ofSeconds(30))
                        .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
