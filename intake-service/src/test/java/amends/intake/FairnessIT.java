package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.identity.SignedIdentities;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// One source that takes all it can get, and another one beside it.
class FairnessIT extends RunningIntake {

    private static final String ACTOR = "Amends-Actor";
    private static final String HOT = "integration:hot";
    private static final String CALM = "integration:calm";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SINGLE_POSTS = 10;
    private static final int LINES_AT_ONCE = 200;

    /// After them an upload goes on slowly: other tests read the log from its beginning too.
    private static final int FAST_LINES = 10_000;

    /// Four of them are the half of the memory for bodies, which is one source's share.
    private static final int LARGE = (4 << 20) - 1024;

    @Test
    void whoHoldsAllTheMemoryOfHisShareIsPutOffAndNobodyElse() throws Exception {
        putOffWhileUnfinished("/email", "message/rfc822", LARGE, 4);
    }

    @Test
    void whoHasAllRequestsOfHisShareInWorkIsPutOffAndNobodyElse() throws Exception {
        putOffWhileUnfinished("/complaints", "application/json", 100, 256);
    }

    /// Requests that were begun and not finished use up a share until their senders go away.
    private void putOffWhileUnfinished(String path, String type, int bytes, int requests)
            throws Exception {
        List<Socket> unfinished = new ArrayList<>();
        try {
            for (int i = 0; i < requests; i++) {
                unfinished.add(begun(path, type, bytes));
            }
            await().atMost(LONG).until(() -> complaint(HOT, "hot").statusCode() == 429);
            HttpResponse<String> putOff = complaint(HOT, "hot");
            assertThat(putOff.statusCode()).isEqualTo(429);
            assertThat(putOff.headers().firstValue("Retry-After")).hasValue("5");
            for (int i = 0; i < SINGLE_POSTS; i++) {
                assertThat(complaint(CALM, "calm").statusCode()).isEqualTo(202);
            }
        } finally {
            for (Socket each : unfinished) {
                each.close();
            }
        }
        await().atMost(LONG).until(() -> complaint(HOT, "hot").statusCode() == 202);
    }

    @Test
    void whoFloodsIsTakenOrPutOffAndSinglePostsOfOthersAreTaken() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<HttpResponse<String>>>> flood = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                flood.add(threads.submit(untilEnough(enough)));
            }
            try {
                for (int i = 0; i < SINGLE_POSTS; i++) {
                    assertThat(complaint(CALM, "calm").statusCode()).isEqualTo(202);
                }
            } finally {
                enough.set(true);
            }
            for (Future<List<HttpResponse<String>>> each : flood) {
                assertThat(each.get())
                        .isNotEmpty()
                        .allSatisfy(
                                answer -> {
                                    assertThat(answer.statusCode()).isIn(202, 429);
                                    assertThat(
                                                    answer.headers()
                                                            .firstValue("Retry-After")
                                                            .isPresent())
                                            .isEqualTo(answer.statusCode() == 429);
                                });
            }
        }
    }

    @Test
    void singlePostsAreTakenWhileAFileIsImportedAsFastAsItGoes() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger rows = new AtomicInteger();
        PlayedWorkflow workflow = new PlayedWorkflow();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> file = threads.submit(() -> imported(enough, rows));
            try {
                await().atMost(LONG).until(() -> rows.get() > 10 * LINES_AT_ONCE);
                for (int i = 0; i < SINGLE_POSTS; i++) {
                    assertThat(complaint(CALM, "calm").statusCode()).isEqualTo(202);
                }
                assertThat(file).isNotDone();
            } finally {
                enough.set(true);
            }
            String last = file.get().body().lines().reduce("", (_, line) -> line);
            assertThat(last)
                    .contains("\"received\":" + rows.get())
                    .contains("\"new\":" + rows.get())
                    .contains("\"rejected\":0");
        } finally {
            workflow.stop();
        }
    }

    private Callable<List<HttpResponse<String>>> untilEnough(AtomicBoolean enough) {
        return () -> {
            List<HttpResponse<String>> answers = new ArrayList<>();
            do {
                answers.add(complaint(HOT, "hot"));
            } while (!enough.get());
            return answers;
        };
    }

    private HttpResponse<String> imported(AtomicBoolean enough, AtomicInteger rows)
            throws IOException, InterruptedException {
        Enumeration<InputStream> parts =
                new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return !enough.get();
                    }

                    @Override
                    public InputStream nextElement() {
                        if (rows.get() > FAST_LINES) {
                            pause();
                        }
                        return lines(rows.getAndAdd(LINES_AT_ONCE));
                    }
                };
        return HTTP.send(
                HttpRequest.newBuilder(uri("/bulk"))
                        .headers(SignedIdentities.identified(ACTOR, HOT))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new SequenceInputStream(parts)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputStream lines(int from) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < from + LINES_AT_ONCE; i++) {
            lines.append("{\"id\":\"fair-").append(i).append("\",\"text\":\"It leaks\"}\n");
        }
        return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> complaint(String actor, String text)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(uri("/complaints"))
                        .headers(SignedIdentities.identified(ACTOR, actor))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"text\":\"" + text + " " + System.nanoTime() + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Socket begun(String path, String type, int bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String[] identity = SignedIdentities.identified(ACTOR, HOT);
        List<String> lines = new ArrayList<>();
        Collections.addAll(
                lines,
                "POST " + path + " HTTP/1.1",
                "Host: 127.0.0.1",
                "Content-Type: " + type,
                "Content-Length: " + bytes,
                identity[0] + ": " + identity[1],
                "",
                "{");
        socket.getOutputStream()
                .write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
