package amends.deploy.bench;

import amends.deploy.TextTable;
import amends.deploy.call.Api;
import amends.deploy.call.Refused;
import amends.deploy.local.LocalPlatform;
import amends.deploy.local.PlatformOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `deploy/bench`
@Command(
        name = "bench",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a platform of its own in a temporary folder, measures it and prints one table.",
            "Load, broker, database and services share this machine; the first row is the limit"
                    + " that the others are",
            "compared with."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int CONNECTIONS = 64;
    private static final int BOARD_PER_SECOND = 200;

    @Option(
            names = "--quick",
            description = "A tenth of the load: shows that it works, not how fast.")
    boolean quick;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "First of ten ports. Default: ${DEFAULT-VALUE}.")
    int portBase = 28080;

    private final List<Figure> figures = new ArrayList<>();
    private double limit;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("amends-bench-");
        try (LocalPlatform platform =
                LocalPlatform.start(data, portBase, PlatformOptions.everything())) {
            Runtime.getRuntime().addShutdownHook(new Thread(platform::stop, "stop"));
            rawProducer(platform);
            bulk(platform);
            settle(platform);
            singlePosts(platform);
            settle(platform);
            commands(platform);
            board(platform);
            System.out.println(table());
        } finally {
            delete(data);
        }
        return 0;
    }

    private void rawProducer(LocalPlatform platform) throws Exception {
        int count = scaled(1_000_000);
        say("raw producer, " + count + " records");
        long began = System.nanoTime();
        limit = new RawProducer(platform.ports().kafka()).measure(count);
        figures.add(
                Figure.rate(
                        "raw producer, acks=all, lz4", limit, limit, since(began), "the limit"));
    }

    /// The upload's rate until it is durable, and the rate until workflow has begun every
    /// complaint.
    private void bulk(LocalPlatform platform) throws Exception {
        int count = scaled(100_000);
        say("bulk intake, " + count + " rows");
        upload(platform, "warm", scaled(10_000));
        settle(platform);
        try (LogEnd log = new LogEnd(platform.ports().kafka())) {
            byte[] rows = Payload.ndjson("bulk" + System.nanoTime(), count);
            long began = System.nanoTime();
            double[] read = new double[1];
            try (ExecutorService work = Executors.newVirtualThreadPerTaskExecutor()) {
                var done = work.submit(() -> send(platform, rows, "bench-bulk"));
                read[0] = rateOfReading(platform, count, began);
                while (log.begun() < count && since(began).compareTo(Duration.ofMinutes(10)) < 0) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                Duration through = since(began);
                double rate = log.begun() * 1e9 / through.toNanos();
                done.get();
                figures.add(
                        Figure.rate(
                                "bulk intake: rows durable",
                                read[0],
                                limit,
                                through,
                                "15 % of the limit"));
                figures.add(
                        Figure.rate(
                                "contact to first workflow event, both together",
                                rate,
                                limit,
                                through,
                                "5,000 /s"));
            }
        }
    }

    /// Rows a second until intake has read the last one and waits for nothing but outcomes.
    private static double rateOfReading(LocalPlatform platform, int count, long began)
            throws InterruptedException {
        try (Api api =
                Api.withKey(platform.gateway(), platform.credentials().apiKeys().integration())) {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(50);
                try {
                    JsonNode progress = api.get("/api/intake/imports/bench-bulk");
                    if (!progress.path("state").asString("").equals("reading")) {
                        return count * 1e9 / (System.nanoTime() - began);
                    }
                } catch (Refused e) {
                    // not begun yet
                }
            }
        }
    }

    private static void upload(LocalPlatform platform, String run, int count) throws Exception {
        send(platform, Payload.ndjson(run, count), "bench-" + run);
    }

    private static long send(LocalPlatform platform, byte[] rows, String importId)
            throws Exception {
        try (Api api =
                        Api.withKey(
                                platform.gateway(),
                                platform.credentials().apiKeys().integration());
                var answer =
                        api.upload(
                                "/api/intake/bulk?importId=" + importId,
                                "application/x-ndjson",
                                BodyPublishers.ofByteArray(rows))) {
            return answer.readAllBytes().length;
        }
    }

    private void singlePosts(LocalPlatform platform) {
        Duration time = Duration.ofSeconds(quick ? 3 : 20);
        say("single posts, " + CONNECTIONS + " connections, " + time.toSeconds() + " s");
        String key = platform.credentials().apiKeys().integration();
        try (Posts posts = new Posts(platform.gateway().resolve("/api/intake/complaints"), key)) {
            posts.measure(
                    CONNECTIONS, time.dividedBy(2), number -> Payload.contact("warm-post", number));
            double rate =
                    posts.measure(CONNECTIONS, time, number -> Payload.contact("post", number));
            figures.add(
                    Figure.rate(
                            "single POST through the gateway, accepted",
                            rate,
                            limit,
                            time,
                            "4,000 /s"));
        }
    }

    private void commands(LocalPlatform platform) throws InterruptedException {
        int count = scaled(2_000);
        say("commands, " + count + " one after the other");
        Latencies latencies = new Latencies();
        long began = System.nanoTime();
        try (Api ops = Api.withKey(platform.gateway(), platform.credentials().apiKeys().ops())) {
            List<String> ids = new ArrayList<>();
            ops.get("/api/board?limit=100")
                    .path("items")
                    .forEach(row -> ids.add(row.path("id").asString("")));
            for (int i = 0; i < count; i++) {
                long sent = System.nanoTime();
                ops.post(
                        "/api/complaints/" + ids.get(i % ids.size()) + "/reply",
                        Map.of("text", "We look into it " + i));
                if (i >= count / 4) {
                    latencies.add(System.nanoTime() - sent);
                }
            }
        }
        figures.add(
                Figure.latency(
                        "command to outcome, through the gateway",
                        latencies,
                        since(began),
                        "p50 below 30 ms"));
    }

    private void board(LocalPlatform platform) throws Exception {
        int seconds = quick ? 5 : 30;
        say("board at " + BOARD_PER_SECOND + " complaints a second, " + seconds + " s");
        String key = platform.credentials().apiKeys().integration();
        long began = System.nanoTime();
        try (BoardWatch board =
                        new BoardWatch(platform.gateway(), platform.credentials().apiKeys().ops());
                Posts posts = new Posts(platform.gateway().resolve("/api/intake/complaints"), key);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long gap = TimeUnit.SECONDS.toNanos(1) / BOARD_PER_SECOND;
            for (int i = 0; i < seconds * BOARD_PER_SECOND; i++) {
                int number = i;
                TimeUnit.NANOSECONDS.sleep(began + i * gap - System.nanoTime());
                senders.execute(() -> posts.post(Payload.contact("board", number)));
            }
            TimeUnit.SECONDS.sleep(2);
            figures.add(
                    Figure.latency(
                            String.format(
                                    Locale.ROOT,
                                    "event to board, %d complaints/s, %,d changes seen",
                                    BOARD_PER_SECOND,
                                    board.latencies().count()),
                            board.latencies(),
                            since(began),
                            "p99 below 500 ms"));
        }
    }

    /// Waits until the views have caught up, so that one measurement does not weigh on the next.
    private static void settle(LocalPlatform platform) throws InterruptedException {
        try (LogGrowth log = new LogGrowth(platform.ports().kafka())) {
            log.awaitQuiet(Duration.ofSeconds(3), Duration.ofMinutes(5));
        }
    }

    private String table() {
        TextTable table =
                new TextTable()
                        .left("what")
                        .right("measured")
                        .right("of the limit")
                        .right("time")
                        .left("aim");
        figures.forEach(
                it ->
                        table.row(
                                it.what(),
                                it.value(),
                                it.ofTheLimit(),
                                it.took().toSeconds() + " s",
                                it.aim()));
        return "\n"
                + table
                + "\n"
                + Runtime.getRuntime().availableProcessors()
                + " processors, shared by load, broker, database and services: processor time"
                + " limits every rate."
                + (quick ? "\nA quick run: the numbers show that it works, not how fast." : "");
    }

    private int scaled(int count) {
        return quick ? count / 10 : count;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void say(String what) {
        System.err.println(what + " …");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
