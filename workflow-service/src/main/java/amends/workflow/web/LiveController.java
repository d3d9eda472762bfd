package amends.workflow.web;

import amends.workflow.view.LiveChanges;
import amends.workflow.view.LiveChanges.Change;
import amends.workflow.view.LiveSubscription;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The board's changes as server-sent events. Each reader occupies one virtual thread and a bounded
/// queue.
@RestController
class LiveController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final String RELOAD = "event: reload\ndata: {}\n\n";

    private final LiveChanges changes;

    LiveController(LiveChanges changes) {
        this.changes = changes;
    }

    /// A browser that comes back says by itself what it saw last, and gets what it missed; when
    /// that is not known any more it is told to load the board again.
    ///
    /// @param since where a page of the board was read, for the first time
    @GetMapping("/board/stream")
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(required = false) @Nullable String since,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (LiveSubscription subscription =
                changes.subscribe(lastSeen == null ? since : lastSeen)) {
            write(response, beginning(subscription));
            while (!subscription.isCutOff()) {
                write(response, blocks(subscription.next(HEARTBEAT), subscription.position()));
            }
            write(response, RELOAD);
        }
    }

    private static String beginning(LiveSubscription subscription) {
        String position = subscription.position();
        return ": connected\nevent: position\nid: %s\ndata: {\"position\":\"%s\"}\n\n"
                        .formatted(position, position)
                + (subscription.isComplete() ? "" : RELOAD);
    }

    /// Only the last change has an id: whoever has got it has got all of them.
    private static String blocks(List<Change> changes, String position) {
        if (changes.isEmpty()) {
            return ": still here\n\n";
        }
        String all =
                changes.stream()
                        .map(change -> "event: change\ndata: " + change.json() + "\n")
                        .collect(Collectors.joining("\n"));
        return all + "id: " + position + "\n\n";
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
