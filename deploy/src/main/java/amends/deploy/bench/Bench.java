package amends.deploy.bench;

import amends.deploy.call.Api;
import amends.deploy.call.Refused;
import amends.deploy.local.LocalPlatform;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The platform that is being measured, and what every measurement does with it.
///
/// @param divisor 1 for the full load, more for a quick look
record Bench(LocalPlatform platform, int divisor) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MARKERS = 16;
    private static final int ROUNDS = 10;
    private static final int COUNTED_ROUNDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    int scaled(int count) {
        return count / divisor;
    }

    Duration scaled(Duration time) {
        return time.dividedBy(divisor);
    }

    String kafka() {
        return platform.ports().kafka();
    }

    Api integration() {
        return Api.withKey(platform.gateway(), platform.credentials().apiKeys().integration());
    }

    Api operations() {
        return Api.withKey(platform.gateway(), platform.credentials().apiKeys().ops());
    }

    Calls posts() {
        String key = platform.credentials().apiKeys().integration();
        return new Calls(
                platform.gateway().resolve("/api/intake/complaints"), "X-API-Key", () -> key);
    }

    /// Uploads rows; completes when the outcome of each is known.
    CompletableFuture<Void> uploading(String run, Path rows) {
        return CompletableFuture.runAsync(() -> upload(run, rows), Thread::startVirtualThread);
    }

    private void upload(String run, Path rows) {
        try (Api api = integration();
                InputStream answer =
                        api.upload(
                                "/api/intake/bulk?importId=bench-" + run,
                                "application/x-ndjson",
                                BodyPublishers.ofFile(rows))) {
            answer.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until workflow has begun a complaint for each row of an upload, as intake hears it.
    void awaitBegun(String run, int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Api api = integration()) {
            while (begun(api, run) < count) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "Only " + begun(api, run) + " of " + count + " rows became complaints");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static long begun(Api api, String run) {
        try {
            return api.get("/api/intake/imports/bench-" + run).path("new").asLong();
        } catch (Refused e) {
            return 0; // the upload has not begun yet
        }
    }

    /// Waits until nothing is written any more, so that one measurement does not weigh on the next.
    void settle() throws InterruptedException {
        try (LogGrowth log = new LogGrowth(kafka())) {
            log.awaitQuiet(Duration.ofSeconds(3), PATIENCE);
        }
    }

    /// Waits until the views show everything that was taken in before, whatever the partition.
    void awaitViews(String run) throws InterruptedException {
        try (Api in = integration();
                Api operations = operations()) {
            for (int i = 0; i < MARKERS; i++) {
                JsonNode receipt = in.post("/api/intake/complaints", Payload.fields(run, i));
                String id = receipt.path("complaintId").asString("");
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (!isVisible(operations, id) && System.nanoTime() < end) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        }
    }

    private static boolean isVisible(Api operations, String id) {
        try {
            operations.get("/api/complaints/" + id);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    /// One round of a measurement: how many a second.
    interface Round {
        double perSecond(int number) throws Exception;
    }

    /// The median of the last rounds of many: the first ones measure the just-in-time compilers.
    static double steady(Round round) throws Exception {
        List<Double> last = new ArrayList<>();
        for (int number = 0; number < ROUNDS; number++) {
            double perSecond = round.perSecond(number);
            if (number >= ROUNDS - COUNTED_ROUNDS) {
                last.add(perSecond);
            }
        }
        last.sort(null);
        return last.get(COUNTED_ROUNDS / 2);
    }

    static double perSecond(long count, long sinceNanos) {
        return count * NANOS_PER_SECOND / (System.nanoTime() - sinceNanos);
    }

    static void say(String what) {
        System.err.println(what + " …");
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
