package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Bodies, streams, sizes, rates and services that are away.
class PassingThroughTest {

    private static final long MEGABYTE = 1024 * 1024;

    private static RunningGateway gateway;
    private static Caller caller;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        "amends.gateway.upstream.heartbeat=100ms",
                        "amends.gateway.upstream.answer=500ms",
                        "amends.gateway.limits.bulk=300MB");
        caller = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        caller.close();
        HTTP.close();
        gateway.close();
    }

    @Test
    void a_bulk_stream_is_passed_on_while_it_is_still_being_sent() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicLong bytes = new AtomicLong();
        gateway.service.answer(
                "POST /bulk",
                exchange -> {
                    InputStream body = exchange.getRequestBody();
                    byte[] buffer = new byte[8192];
                    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                        bytes.addAndGet(read);
                        arrived.countDown();
                    }
                    RecordingService.json("{\"rows\":1}").to(exchange);
                });
        long length = 200 * MEGABYTE;
        HttpRequest request =
                request("/api/intake/bulk")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofInputStream(() -> new Rows(length, arrived)))
                        .build();

        long before = usedHeap();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(bytes).hasValue(length);
        assertThat(usedHeap() - before)
                .as("nothing is collected on the way")
                .isLessThan(100 * MEGABYTE);
    }

    /// Rows that go on only after the first have arrived at the service.
    private static final class Rows extends InputStream {
        private final CountDownLatch firstArrived;
        private final long length;
        private long sent;

        Rows(long length, CountDownLatch firstArrived) {
            this.length = length;
            this.firstArrived = firstArrived;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            try {
                if (sent > 4 * MEGABYTE && !firstArrived.await(10, TimeUnit.SECONDS)) {
                    throw new IOException("4 MB sent and nothing arrived: somebody collects");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            int block = (int) Math.min(count, length - sent);
            if (block == 0) {
                return -1;
            }
            sent += block;
            return block;
        }
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void events_arrive_one_by_one() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        gateway.service.answer(
                "GET /board/stream",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    out.write("event: change\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    awaitOrFail(goOn);
                    out.write("event: change\ndata: 2\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                });

        HttpResponse<InputStream> answer =
                HTTP.send(request("/api/board/stream").GET().build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(next(lines, "data:")).isEqualTo("data: 1");
            assertThat(next(lines, ":")).as("a heartbeat while nothing happens").isEqualTo(":");
            goOn.countDown();
            assertThat(next(lines, "data:")).isEqualTo("data: 2");
        }
    }

    @Test
    void when_the_browser_goes_the_service_is_told() throws Exception {
        AtomicBoolean told = new AtomicBoolean();
        CountDownLatch open = new CountDownLatch(1);
        gateway.service.answer(
                "GET /board/stream",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    open.countDown();
                    try {
                        for (int i = 0; i < 1000; i++) {
                            awaitShortly();
                            out.write(": still there\n\n".getBytes(StandardCharsets.UTF_8));
                            out.flush();
                        }
                    } catch (IOException e) {
                        told.set(true);
                        throw e;
                    }
                });
        URI uri = gateway.uri("/");
        try (Socket browser = new Socket(uri.getHost(), uri.getPort())) {
            browser.getOutputStream()
                    .write(
                            ("GET /api/board/stream HTTP/1.1\r\nHost: x\r\nX-API-Key: "
                                            + RunningGateway.OPS_KEY
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            awaitOrFail(open);
        }

        await().atMost(Duration.ofSeconds(60)).untilTrue(told);
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_it_is_read() throws Exception {
        HttpResponse<String> answer =
                HTTP.send(
                        request("/api/intake/complaints")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                new byte[(int) (10 * MEGABYTE + 1)]))
                                .build(),
                        BodyHandlers.ofString());

        assertProblem(answer, 413, "bulk");
    }

    @Test
    void a_body_that_does_not_say_its_size_is_cut_off() throws Exception {
        byte[] block = new byte[(int) MEGABYTE];
        HttpResponse<String> answer =
                HTTP.send(
                        request("/survey/abc")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(block)))
                                .build(),
                        BodyHandlers.ofString());

        assertProblem(answer, 413, "65536 bytes");
    }

    @Test
    void a_refusal_that_comes_while_the_body_is_still_being_sent_passes() throws Exception {
        gateway.service.answer(
                "POST /bulk",
                exchange -> {
                    byte[] refusal =
                            "{\"detail\":\"no such mapping\"}".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                    exchange.sendResponseHeaders(422, refusal.length);
                    exchange.getResponseBody().write(refusal);
                    exchange.getResponseBody().flush();
                    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                });

        HttpResponse<String> answer =
                HTTP.send(
                        request("/api/intake/bulk?mapping=none")
                                .POST(BodyPublishers.ofByteArray(new byte[(int) (8 * MEGABYTE)]))
                                .build(),
                        BodyHandlers.ofString());

        assertProblem(answer, 422, "no such mapping");
    }

    @Test
    void refusals_of_a_service_pass_as_they_are() {
        gateway.service.answer(
                "POST /complaints/c1/resolve",
                RecordingService.status(
                        409,
                        "application/problem+json",
                        "{\"rule\":\"NOT_ASSESSED\",\"allowed\":[\"assess\"]}"));

        HttpResponse<String> answer =
                caller.call(
                        "POST",
                        "/api/complaints/c1/resolve",
                        "{}",
                        "X-API-Key",
                        RunningGateway.OPS_KEY);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("NOT_ASSESSED");
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_a_504() {
        gateway.service.answer(
                "GET /analytics/sla", exchange -> awaitOrGiveUp(new CountDownLatch(1), 2));

        assertProblem(
                caller.call("GET", "/api/analytics/sla", null, "X-API-Key", RunningGateway.OPS_KEY),
                504,
                "in time");
    }

    @Test
    void a_service_that_breaks_off_is_a_502() {
        gateway.service.answer(
                "POST /complaints/c1/assess",
                exchange -> {
                    throw new IOException("crashed");
                });

        assertProblem(
                caller.call(
                        "POST",
                        "/api/complaints/c1/assess",
                        "{}",
                        "X-API-Key",
                        RunningGateway.OPS_KEY),
                502,
                "broke off");
    }

    @Test
    void a_service_that_is_away_is_a_503_with_a_time_to_come_back() {
        RecordingService gone = new RecordingService();
        gone.close();
        try (RunningGateway lonely = new RunningGateway(gone);
                Caller lonelyCaller = new Caller(lonely)) {
            HttpResponse<String> answer =
                    lonelyCaller.call(
                            "POST",
                            "/api/intake/complaints",
                            "{}",
                            "X-API-Key",
                            RunningGateway.INTEGRATION_KEY);

            assertProblem(answer, 503, "sending the same input again is safe");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        }
    }

    @Test
    void too_many_requests_are_told_when_to_come_back() {
        try (RunningGateway strict =
                        new RunningGateway(
                                "amends.gateway.limits.key.requests=1",
                                "amends.gateway.limits.key.period=1m",
                                "amends.gateway.limits.key.burst=2",
                                "amends.gateway.limits.failure.requests=1",
                                "amends.gateway.limits.failure.period=1m",
                                "amends.gateway.limits.failure.burst=1",
                                "amends.gateway.limits.form.period=1h",
                                "amends.gateway.limits.form.requests=1",
                                "amends.gateway.limits.form.burst=1");
                Caller eager = new Caller(strict)) {
            String[] key = {"X-API-Key", RunningGateway.INTEGRATION_KEY};
            assertThat(eager.call("POST", "/api/intake/events", "{}", key).statusCode())
                    .isEqualTo(200);
            assertThat(eager.call("POST", "/api/intake/events", "{}", key).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> third = eager.call("POST", "/api/intake/events", "{}", key);
            assertProblem(third, 429, "Wait");
            assertThat(Long.parseLong(third.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 60L);
            assertThat(strict.service.told()).hasSize(2);

            String[] form = {"Content-Type", "multipart/form-data; boundary=b"};
            assertThat(eager.call("POST", "/api/intake/form", "--b--", form).statusCode())
                    .isEqualTo(200);
            assertProblem(eager.call("POST", "/api/intake/form", "--b--", form), 429, "Wait");
            assertThat(eager.call("GET", "/api/intake/form", null).statusCode())
                    .as("the page can still be opened")
                    .isEqualTo(200);

            assertThat(
                            eager.call(
                                            "GET",
                                            "/api/board",
                                            null,
                                            "X-API-Key",
                                            RunningGateway.OPS_KEY)
                                    .statusCode())
                    .as("another key is not held up")
                    .isEqualTo(200);
            assertThat(eager.call("GET", "/api/board", null, "X-API-Key", "guess 1").statusCode())
                    .isEqualTo(401);
            assertProblem(
                    eager.call("GET", "/api/board", null, "X-API-Key", "guess 2"), 429, "Wait");
        }
    }

    @Test
    void guesses_are_counted_by_name_and_by_address_but_not_those_who_get_in() {
        try (RunningGateway strict =
                        new RunningGateway(
                                "amends.gateway.limits.failure.requests=1",
                                "amends.gateway.limits.failure.period=1h",
                                "amends.gateway.limits.failure.burst=5",
                                "amends.gateway.limits.name.requests=1",
                                "amends.gateway.limits.name.period=1h",
                                "amends.gateway.limits.name.burst=2");
                Caller guesser = new Caller(strict)) {
            for (int i = 0; i < 6; i++) {
                Caller.loggedIn(strict).close();
            }
            guesser.call("GET", "/login", null);
            assertThat(guesser.logIn(RunningGateway.USER, "1").statusCode()).isEqualTo(401);
            assertThat(guesser.logIn("+Hanako", "2").statusCode()).isEqualTo(401);
            assertProblem(guesser.logIn(RunningGateway.USER, "3"), 429, "Wait");
            assertThat(guesser.call("GET", "/api/board", null, "X-API-Key", "wrong").statusCode())
                    .as("keys have an account of their own")
                    .isEqualTo(401);
            assertThat(guesser.logIn("sato", "1").statusCode()).isEqualTo(401);
            assertThat(guesser.logIn("suzuki", "1").statusCode()).isEqualTo(401);
            assertProblem(guesser.logIn("tanaka", "1"), 429, "Wait");
        }
    }

    private static HttpRequest.Builder request(String path) {
        String key =
                path.startsWith("/api/intake")
                        ? RunningGateway.INTEGRATION_KEY
                        : RunningGateway.OPS_KEY;
        return HttpRequest.newBuilder(gateway.uri(path)).header("X-API-Key", key);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    private static String next(BufferedReader lines, String start) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("The stream ended before a line that starts with " + start);
    }

    private static void awaitOrFail(CountDownLatch latch) {
        if (!awaitOrGiveUp(latch, 10)) {
            throw new AssertionError("waited for 10 s");
        }
    }

    private static void awaitShortly() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitOrGiveUp(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
