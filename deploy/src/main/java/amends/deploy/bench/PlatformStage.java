package amends.deploy.bench;

import amends.deploy.local.PlatformOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The whole platform at work: files until the case views show them, and how soon a change is on
/// the board.
final class PlatformStage implements Stage {

    private static final int PER_SECOND = 200;
    private static final int CONNECTIONS = 64;

    @Override
    public PlatformOptions platform() {
        return PlatformOptions.everything();
    }

    @Override
    public void measure(Bench bench, Table table) throws Exception {
        files(bench, table);
        bench.settle();
        board(bench, table);
    }

    private static void files(Bench bench, Table table) throws Exception {
        int count = bench.scaled(3_000);
        Bench.say("everything, rounds of " + count + " rows");
        long began = System.nanoTime();
        double perSecond = Bench.steady(round -> seenPerSecond(bench, "whole" + round, count));
        table.rate(
                "rows through everything, until the case views show them",
                perSecond,
                Bench.since(began),
                "");
    }

    private static double seenPerSecond(Bench bench, String run, int count) throws Exception {
        Path rows = Payload.file(run, count);
        long began = System.nanoTime();
        bench.uploading(run, rows).join();
        bench.awaitViews(run + "-seen");
        return Bench.perSecond(count, began);
    }

    private static void board(Bench bench, Table table) throws Exception {
        Duration time = bench.scaled(Duration.ofSeconds(40));
        Bench.say("board at " + PER_SECOND + " complaints a second, " + time.toSeconds() + " s");
        post(bench, "warm-board", time);
        long began = System.nanoTime();
        try (BoardWatch board =
                new BoardWatch(
                        bench.platform().gateway(),
                        bench.platform().credentials().apiKeys().ops())) {
            double accepted = post(bench, "board", time);
            TimeUnit.SECONDS.sleep(2);
            table.latency(
                    String.format(
                            Locale.ROOT,
                            "event to board, %.0f complaints/s, %,d changes seen, %d reloads",
                            accepted,
                            board.latencies().count(),
                            board.reloads()),
                    board.latencies(),
                    Bench.since(began),
                    "p99 below 500 ms");
        }
    }

    private static double post(Bench bench, String run, Duration time) {
        try (Calls posts = bench.posts()) {
            return new Callers(CONNECTIONS, time)
                    .paced(PER_SECOND, number -> posts.post(Payload.contact(run, number)));
        }
    }
}
