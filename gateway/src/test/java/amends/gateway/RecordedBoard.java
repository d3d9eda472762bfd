package amends.gateway;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A board as the workflow service answers it: pages with cursors, filters, a forecast, and a
/// stream that can be cut off and goes on where it was.
final class RecordedBoard {

    private static final String LIFE = "recorded";
    private static final int BEAT_MS = 20;

    private final IntFunction<String> rows;
    private final int size;
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final List<String> resumed = new CopyOnWriteArrayList<>();
    private volatile int cuts;
    private volatile boolean away;

    /// @param rows in order, as JSON
    RecordedBoard(RecordingService service, int size, IntFunction<String> rows) {
        this.rows = rows;
        this.size = size;
        service.answer("GET /board", this::page);
        service.answer("GET /board/stream", this::stream);
        service.answer("GET /board/forecast", this::forecast);
        service.answer(
                "GET /queues",
                RecordingService.json(
                        """
                        {"items": [
                          {"queue": "safety", "open": 47, "urgent": 47, "warned": 9, "breached": 3, "unassigned": 0, "running": 35, "paused": 0, "met": 0},
                          {"queue": "escalation", "open": 23, "urgent": 0, "warned": 2, "breached": 1, "unassigned": 0, "running": 20, "paused": 0, "met": 0},
                          {"queue": "billing", "open": 23, "urgent": 0, "warned": 0, "breached": 0, "unassigned": 2, "running": 20, "paused": 3, "met": 0},
                          {"queue": "general", "open": 47, "urgent": 0, "warned": 0, "breached": 0, "unassigned": 24, "running": 40, "paused": 2, "met": 5}]}\
                        """));
    }

    /// Sends a change to everybody who watches the board.
    void change(String row) {
        changes.add("change\n" + row.replace("\n", " "));
    }

    /// Tells everybody that he may no longer see a complaint.
    void hide(String id) {
        changes.add("hidden\n{\"id\": \"" + id + "\"}");
    }

    /// Ends the streams; nobody is let in again until [#comeBack].
    void cutOff() {
        away = true;
        cuts++;
    }

    void comeBack() {
        away = false;
    }

    /// The ids with which readers came back.
    List<String> resumed() {
        return resumed;
    }

    private void page(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange);
        List<Integer> fitting =
                IntStream.range(0, size)
                        .filter(i -> asksForAll(asked) || fits(rows.apply(i), asked))
                        .boxed()
                        .toList();
        int from = Integer.parseInt(asked.getOrDefault("cursor", "0"));
        int to = Math.min(fitting.size(), from + Integer.parseInt(asked.get("limit")));
        String next = to < fitting.size() ? "\"next\": \"" + to + "\", " : "";
        RecordingService.json(
                        "{%s\"position\": \"%s\", \"items\": [%s]}"
                                .formatted(
                                        next,
                                        position(changes.size()),
                                        fitting.subList(Math.min(from, to), to).stream()
                                                .map(rows::apply)
                                                .collect(Collectors.joining(","))))
                .to(exchange);
    }

    private static boolean asksForAll(Map<String, String> asked) {
        return Set.of("cursor", "limit", "sort").containsAll(asked.keySet());
    }

    private static boolean fits(String row, Map<String, String> asked) {
        Map<String, Function<String, Boolean>> filters =
                Map.of(
                        "queue", value -> field(row, "queue").equals(value),
                        "channel", value -> field(row, "channel").equals(value),
                        "priority", value -> field(row, "level").equals(value),
                        "unassigned", value -> !row.contains("\"owner\""),
                        "owner", value -> row.contains("\"owner\": \"" + value + "\""),
                        "text", value -> lower(row).contains(lower(value)));
        return asked.entrySet().stream()
                .allMatch(
                        each ->
                                filters.getOrDefault(each.getKey(), any -> true)
                                        .apply(each.getValue()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String field(String row, String name) {
        String start = "\"" + name + "\": \"";
        int at = row.indexOf(start) + start.length();
        return row.substring(at, row.indexOf('"', at));
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (away) {
            RecordingService.status(503, "application/problem+json", "{\"status\": 503}")
                    .to(exchange);
            return;
        }
        int at = begin(exchange);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        write(out, "retry: 100\nevent: position\nid: %1$s\ndata: {\"position\":\"%1$s\"}\n\n", at);
        int cutsBefore = cuts;
        try {
            while (cuts == cutsBefore) {
                if (at < changes.size()) {
                    String[] event = changes.get(at).replace("%", "%%").split("\n", 2);
                    at++;
                    write(out, "event: " + event[0] + "\nid: %s\ndata: " + event[1] + "\n\n", at);
                } else {
                    write(out, ":\n\n", at);
                    Thread.sleep(BEAT_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int begin(HttpExchange exchange) {
        String seen = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if (seen != null) {
            resumed.add(seen);
        }
        String from = seen == null ? query(exchange).get("since") : seen;
        return from == null ? changes.size() : Integer.parseInt(from.substring(LIFE.length() + 1));
    }

    private static void write(OutputStream out, String text, int at) throws IOException {
        out.write(text.formatted(position(at)).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String position(int at) {
        return LIFE + "-" + at;
    }

    private void forecast(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        Instant strikes = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        String hours =
                IntStream.range(0, Integer.parseInt(query(exchange).get("hours")))
                        .mapToObj(
                                i ->
                                        """
                                        {"from": "%s", "to": "%s", "queues": [{"queue": "general", "clocks": %d}, {"queue": "safety", "clocks": %d}]}\
                                        """
                                                .formatted(
                                                        i == 0
                                                                ? now
                                                                : strikes.plus(
                                                                        Duration.ofHours(i - 1L)),
                                                        strikes.plus(Duration.ofHours(i)),
                                                        (i * 7 + 3) % 12,
                                                        (i * 5 + 1) % 4))
                        .collect(Collectors.joining(","));
        RecordingService.json("{\"asOf\": \"%s\", \"hours\": [%s]}".formatted(now, hours))
                .to(exchange);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(each -> each.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        each -> each[0],
                                        each ->
                                                URLDecoder.decode(
                                                        each[1], StandardCharsets.UTF_8)));
    }
}
