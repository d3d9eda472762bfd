package amends.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class OpenBodiesTest {

    private static final int LARGEST = 1 << 20;
    private static final int UPLOADS_OF_ONE = 32;

    private final CountDownLatch rest = new CountDownLatch(1);

    @Test
    void whoSendsSlowlyKeepsNobodyElseOut() throws Exception {
        OpenBodies bodies = bodies(Duration.ofMinutes(2));
        List<CompletableFuture<String>> slow = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(UPLOADS_OF_ONE);
        for (int i = 0; i < UPLOADS_OF_ONE; i++) {
            CompletableFuture<String> sent = new CompletableFuture<>();
            slow.add(sent);
            Thread.ofVirtual().start(() -> sent.complete(sent(bodies, "slow", new Slow(begun))));
        }
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(sent(bodies, "calm", body("x".repeat(LARGEST)))).isEqualTo("1048576");
        assertThat(sent(bodies, "slow", body("one more"))).isEqualTo("TooMany one more");
        rest.countDown();
        for (CompletableFuture<String> each : slow) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo("1");
        }
    }

    @Test
    void whatIsTooLargeOrTooSlowIsAnsweredByItsBeginning() {
        assertThat(sent(bodies(Duration.ofMinutes(2)), "a", body("x".repeat(LARGEST + 1))))
                .startsWith("Refusal xxx");
        assertThat(sent(bodies(Duration.ZERO), "a", body("It leaks"))).isEqualTo("Busy It leaks");
    }

    private static OpenBodies bodies(Duration uploadTime) {
        WebSettings web =
                new WebSettings(
                        DataSize.ofBytes(LARGEST),
                        DataSize.ofBytes(2 * LARGEST + 4096),
                        Duration.ofMillis(10),
                        UPLOADS_OF_ONE,
                        1,
                        1,
                        1,
                        Map.of());
        return new OpenBodies(
                new Bodies(web), web, new OpenSettings(Map.of(), "'none'", uploadTime));
    }

    private static String sent(OpenBodies bodies, String address, InputStream body) {
        try {
            return bodies.with(
                    body,
                    "web-form",
                    address,
                    whole -> String.valueOf(whole.length),
                    (why, beginning) ->
                            why.getClass().getSimpleName()
                                    + " "
                                    + new String(beginning, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// One byte at once, and the end when the test lets it.
    private final class Slow extends InputStream {

        private final CountDownLatch begun;
        private boolean first = true;

        private Slow(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("It is read in blocks");
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (first) {
                first = false;
                to[offset] = 'x';
                return 1;
            }
            begun.countDown();
            try {
                rest.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }
    }
}
