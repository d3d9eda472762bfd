package amends.intake.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Reads request bodies within two bounds: the size of one, and the memory that all in work need
/// together.
@Component
class Bodies {

    private static final int GRAIN = 1024;

    private final WebSettings settings;
    private final int largest;
    private final Semaphore grains;

    Bodies(WebSettings settings) {
        this.settings = settings;
        this.largest = Math.toIntExact(settings.largestBody().toBytes());
        this.grains = new Semaphore(Math.toIntExact(settings.bodiesInWork().toBytes() / GRAIN));
    }

    /// What is done with a body.
    interface Use<T> {
        T of(byte[] body) throws IOException;
    }

    /// @throws Refusal 413 when it is larger than one body may be
    /// @throws Busy when no memory becomes free in time
    <T> T with(HttpServletRequest request, Use<T> use) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > largest) {
            throw tooLarge();
        }
        int need = (int) ((announced < 0 ? largest : announced) / GRAIN) + 1;
        take(need);
        try {
            byte[] body = request.getInputStream().readNBytes(largest + 1);
            if (body.length > largest) {
                throw tooLarge();
            }
            return use.of(body);
        } finally {
            grains.release(need);
        }
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

    private Refusal tooLarge() {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than "
                        + largest
                        + " bytes. Send large files through /bulk, row by row.");
    }
}
