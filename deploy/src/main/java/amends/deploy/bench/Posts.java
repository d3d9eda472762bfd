package amends.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// Many connections that are kept alive, each sending one request after the other.
final class Posts implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final String key;

    Posts(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    /// As fast as the connections can: how many a second were accepted.
    double measure(int connections, Duration time, IntFunction<byte[]> body) {
        return measure(connections, time, 0, body);
    }

    /// At most so many a second, fewer when the connections can't: how many a second were accepted.
    double paced(int connections, Duration time, int perSecond, IntFunction<byte[]> body) {
        return measure(connections, time, TimeUnit.SECONDS.toNanos(1) / perSecond, body);
    }

    private double measure(
            int connections, Duration time, long gapNanos, IntFunction<byte[]> body) {
        AtomicInteger next = new AtomicInteger();
        AtomicLong accepted = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        Runnable sender =
                () -> {
                    while (System.nanoTime() < end) {
                        int number = next.getAndIncrement();
                        LockSupport.parkNanos(began + number * gapNanos - System.nanoTime());
                        accepted.addAndGet(post(body.apply(number)) ? 1 : 0);
                    }
                };
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                senders.execute(sender);
            }
        }
        return Bench.perSecond(accepted.get(), began);
    }

    boolean post(byte[] body) {
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("X-API-Key", key)
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode() == 202;
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
