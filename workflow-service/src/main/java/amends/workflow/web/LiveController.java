package amends.workflow.web;

import amends.workflow.view.LiveChanges;
import amends.workflow.view.LiveChanges.Change;
import amends.workflow.view.LiveSubscription;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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

    /// A reader who comes back has missed something in between and is told to load the board again.
    @GetMapping("/board/stream")
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (LiveSubscription subscription = changes.subscribe()) {
            write(response, lastSeen == null ? ": connected\n\n" : RELOAD);
            while (!subscription.isCutOff()) {
                write(response, blocks(subscription.next(HEARTBEAT)));
            }
            write(response, RELOAD);
        }
    }

    private static String blocks(List<Change> changes) {
        return changes.isEmpty()
                ? ": still here\n\n"
                : changes.stream().map(LiveController::block).collect(Collectors.joining());
    }

    private static String block(Change change) {
        return "event: change\nid: " + change.position() + "\ndata: " + change.json() + "\n\n";
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
