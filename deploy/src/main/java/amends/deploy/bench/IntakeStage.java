package amends.deploy.bench;

import amends.contracts.wire.Topics;
import amends.deploy.local.Part;
import amends.deploy.local.PlatformOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How fast intake makes things durable, nobody else at work: the limit, files, single posts.
final class IntakeStage implements Stage {

    private static final int CONNECTIONS = 64;

    @Override
    public PlatformOptions platform() {
        // without workflow no outcome comes: an upload need not wait for it
        return PlatformOptions.only(Part.INTAKE, Part.GATEWAY)
                .with("AMENDS_INTAKE_BULK_QUIET", "PT0.1S");
    }

    @Override
    public void measure(Bench bench, Table table) throws Exception {
        limit(bench, table);
        files(bench, table);
        posts(bench, table);
    }

    private static void limit(Bench bench, Table table) throws Exception {
        int count = bench.scaled(1_000_000);
        Bench.say("raw producer, " + count + " records");
        long began = System.nanoTime();
        double perSecond = new RawProducer(bench.kafka()).measure(count);
        table.limit("raw producer, acks=all, lz4", perSecond, Bench.since(began));
    }

    private static void files(Bench bench, Table table) throws Exception {
        int count = bench.scaled(50_000);
        Bench.say("bulk intake, rounds of " + count + " rows");
        long began = System.nanoTime();
        try (LogGrowth log = new LogGrowth(bench.kafka())) {
            double perSecond = Bench.steady(round -> rowsPerSecond(bench, log, round, count));
            table.rate(
                    "bulk intake: rows durable",
                    perSecond,
                    Bench.since(began),
                    "15 % of the limit");
        }
    }

    private static double rowsPerSecond(Bench bench, LogGrowth log, int round, int count)
            throws Exception {
        Path rows = Payload.file("bulk" + round, count);
        long end = log.length(Topics.CONTACTS.name()) + count;
        long began = System.nanoTime();
        CompletableFuture<Void> upload = bench.uploading("bulk" + round, rows);
        while (log.length(Topics.CONTACTS.name()) < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double perSecond = Bench.perSecond(count, began);
        upload.join();
        return perSecond;
    }

    private static void posts(Bench bench, Table table) throws Exception {
        Callers senders = new Callers(CONNECTIONS, bench.scaled(Duration.ofSeconds(8)));
        Bench.say("single posts, " + CONNECTIONS + " connections");
        long began = System.nanoTime();
        try (Calls posts = bench.posts()) {
            double perSecond =
                    Bench.steady(
                            round ->
                                    senders.asFastAsTheyCan(
                                            number ->
                                                    posts.post(
                                                            Payload.contact(
                                                                    "post" + round, number))));
            table.rate(
                    "single POST through the gateway, accepted",
                    perSecond,
                    Bench.since(began),
                    "4,000 /s");
        }
    }
}
