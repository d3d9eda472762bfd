package amends.deploy.bench;

import amends.contracts.wire.Topics;
import amends.deploy.local.Part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How fast intake makes things durable, nobody else at work: the limit, files, single posts.
final class IntakeStage implements Stage {

    private static final int CONNECTIONS = 64;

    @Override
    public Set<Part> services() {
        return Set.of(Part.INTAKE, Part.GATEWAY);
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
        int count = bench.scaled(200_000);
        Bench.say("bulk intake, " + count + " rows");
        for (String run : List.of("warm-bulk", "bulk")) {
            Path rows = Payload.file(run, count);
            try (LogGrowth log = new LogGrowth(bench.kafka())) {
                long end = log.length(Topics.CONTACTS.name()) + count;
                long began = System.nanoTime();
                // nobody waits for its end: without workflow no outcome comes
                CompletableFuture<Void> ignored = bench.uploading(run, rows);
                while (log.length(Topics.CONTACTS.name()) < end) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                if (run.equals("bulk")) {
                    table.rate(
                            "bulk intake: rows durable",
                            count,
                            Bench.since(began),
                            "15 % of the limit");
                }
            }
        }
    }

    private static void posts(Bench bench, Table table) {
        Duration time = bench.scaled(Duration.ofSeconds(20));
        Bench.say("single posts, " + CONNECTIONS + " connections, " + time.toSeconds() + " s");
        try (Posts posts = bench.posts()) {
            posts.measure(CONNECTIONS, time, number -> Payload.contact("warm-post", number));
            long accepted =
                    posts.measure(CONNECTIONS, time, number -> Payload.contact("post", number));
            table.rate("single POST through the gateway, accepted", accepted, time, "4,000 /s");
        }
    }
}
