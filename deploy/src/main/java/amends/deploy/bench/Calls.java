package amends.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/// The same address called over and over, over connections that are kept alive.
final class Calls implements AutoCloseable {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final String header;
    private final Supplier<String> value;

    /// @param header says who calls
    Calls(URI url, String header, Supplier<String> value) {
        this.url = url;
        this.header = header;
        this.value = value;
    }

    boolean read() {
        return isAnswered(HttpRequest.newBuilder(url), OK);
    }

    boolean post(byte[] json) {
        return isAnswered(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json)),
                ACCEPTED);
    }

    private boolean isAnswered(HttpRequest.Builder call, int status) {
        HttpRequest request =
                call.header(header, value.get()).timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode() == status;
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
