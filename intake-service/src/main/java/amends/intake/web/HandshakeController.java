package amends.intake.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Says to whoever asks before he sends that he may, and how fast: the abuse protection of HTTP
/// webhooks for CloudEvents. He has shown his key by then, so his origin is granted at once; no
/// callback is ever called.
@RestController
class HandshakeController {

    private static final String ORIGIN = "WebHook-Request-Origin";
    private static final String RATE = "WebHook-Request-Rate";
    private static final String ALLOWED_ORIGIN = "WebHook-Allowed-Origin";
    private static final String ALLOWED_RATE = "WebHook-Allowed-Rate";
    private static final String MOST_DIGITS = "[1-9]\\d{0,8}";

    private final WebSettings settings;

    HandshakeController(WebSettings settings) {
        this.settings = settings;
    }

    /// An origin that can't be one is not granted: the answer then lacks the permission.
    @RequestMapping(path = "/events", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> permission(
            @RequestHeader(name = ORIGIN, required = false) @Nullable String origin,
            @RequestHeader(name = RATE, required = false) @Nullable String rate) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().allow(HttpMethod.POST);
        if (origin != null && isHost(origin)) {
            answer.header(ALLOWED_ORIGIN, origin).header(ALLOWED_RATE, allowed(rate));
        }
        return answer.build();
    }

    private String allowed(@Nullable String asked) {
        int most = settings.webhookRate();
        return String.valueOf(
                asked != null && asked.matches(MOST_DIGITS)
                        ? Math.min(Integer.parseInt(asked), most)
                        : most);
    }

    private static boolean isHost(String origin) {
        return origin.matches("[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?");
    }
}
