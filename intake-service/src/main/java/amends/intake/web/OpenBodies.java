package amends.intake.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// Reads request bodies of callers without a key. They come from slow lines and from people who
/// mean harm: each address has its share of uploads, and what comes takes memory only when all is
/// there.
@Component
class OpenBodies {

    /// Of the caller, as the gateway tells it.
    private static final String ADDRESS = "Amends-Address";

    private static final int UPLOADS = 256;
    private static final int UPLOADS_OF_ONE = 32;

    /// Bytes in which all is that was typed: files stand behind it.
    private static final int BEGINNING = 128 * 1024;

    private final Bodies bodies;
    private final OpenSettings settings;
    private final FairShare all;
    private final FairShare ofOne;

    OpenBodies(Bodies bodies, WebSettings web, OpenSettings settings) {
        this.bodies = bodies;
        this.settings = settings;
        this.all = new FairShare(UPLOADS, web.turn());
        this.ofOne = new FairShare(UPLOADS_OF_ONE, web.turn());
    }

    /// What is answered when a body can't be taken in.
    interface Otherwise<T> {

        /// @param why a [Refusal], [TooMany] or [Busy]
        /// @param beginning of the body as far as it came
        T because(RuntimeException why, byte[] beginning) throws IOException;
    }

    /// @param kind all callers of one kind share half of the memory, as if they had one key
    <T> T with(HttpServletRequest request, String kind, Bodies.Use<T> use, Otherwise<T> otherwise)
            throws IOException {
        String told = request.getHeader(ADDRESS);
        String address = Objects.requireNonNullElseGet(told, request::getRemoteAddr);
        return with(request.getInputStream(), kind, address, use, otherwise);
    }

    <T> T with(
            InputStream body,
            String kind,
            String address,
            Bodies.Use<T> use,
            Otherwise<T> otherwise)
            throws IOException {
        FairShare.Part share;
        try {
            share = share(kind + " " + address);
        } catch (TooMany e) {
            try (Upload beginning = Upload.of(body, BEGINNING, settings.uploadTime())) {
                return otherwise.because(e, beginning.beginning(BEGINNING));
            }
        }
        try (FairShare.Part _ = share;
                Upload upload = Upload.of(body, bodies.largest(), settings.uploadTime())) {
            return used(upload, kind, use, otherwise);
        }
    }

    private FairShare.Part share(String sender) {
        FairShare.Part mine = ofOne.take(sender, 1);
        try {
            FairShare.Part any = all.take("", 1);
            return () -> {
                any.close();
                mine.close();
            };
        } catch (TooMany e) {
            mine.close();
            throw e;
        }
    }

    private <T> T used(Upload upload, String kind, Bodies.Use<T> use, Otherwise<T> otherwise)
            throws IOException {
        try {
            return switch (upload.state()) {
                case WHOLE -> bodies.within(kind, upload.size(), () -> use.of(upload.bytes()));
                case TOO_LARGE -> throw bodies.tooLarge();
                case TOO_SLOW -> throw new Busy("The body came too slowly. Send it again.");
            };
        } catch (Refusal | TooMany | Busy e) {
            return otherwise.because(e, upload.beginning(BEGINNING));
        }
    }
}
