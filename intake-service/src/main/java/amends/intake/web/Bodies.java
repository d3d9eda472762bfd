package amends.intake.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Reads request bodies within bounds: the size of one, the memory that all in work need together,
/// and the half of it and the number of requests that one sender may have in work.
@Component
class Bodies {

    private static final int GRAIN = 1024;

    private final WebSettings settings;
    private final int largest;
    private final Semaphore grains;
    private final FairShare requests;
    private final FairShare memory;

    Bodies(WebSettings settings) {
        this.settings = settings;
        this.largest = Math.toIntExact(settings.largestBody().toBytes());
        int all = Math.toIntExact(settings.bodiesInWork().toBytes() / GRAIN);
        this.grains = new Semaphore(all);
        this.requests = new FairShare(settings.requestsOfOne(), settings.turn());
        this.memory = new FairShare(all / 2, settings.turn());
    }

    /// What is done with a body.
    interface Use<T> {
        T of(byte[] body) throws IOException;
    }

    /// @throws Refusal 413 when it is larger than one body may be
    /// @throws TooMany when this sender has his share in work already
    /// @throws Busy when no memory becomes free in time
    <T> T with(HttpServletRequest request, Use<T> use) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > largest) {
            throw tooLarge();
        }
        int need = (int) (announced < 0 ? largest : announced);
        String sender = Objects.requireNonNullElse(request.getHeader(Sources.ACTOR), "");
        return within(sender, need, () -> use.of(read(request)));
    }

    private byte[] read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw tooLarge();
        }
        return body;
    }

    /// What is done while memory is held for it.
    interface Work<T> {
        T done() throws IOException;
    }

    /// @throws TooMany when this sender has his share in work already
    /// @throws Busy when no memory becomes free in time
    <T> T within(String sender, int bytes, Work<T> work) throws IOException {
        int need = bytes / GRAIN + 1;
        try (FairShare.Part _ = requests.take(sender, 1);
                FairShare.Part _ = memory.take(sender, need)) {
            take(need);
            try {
                return work.done();
            } finally {
                grains.release(need);
            }
        }
    }

    int largest() {
        return largest;
    }

    private void take(int need) {
        try {
            if (!grains.tryAcquire(need, settings.turn().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    Refusal tooLarge() {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than "
                        + largest
                        + " bytes. Send large files through /bulk, row by row.");
    }
}
